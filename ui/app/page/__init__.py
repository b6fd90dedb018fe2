"""The parts of the page, one module a job."""

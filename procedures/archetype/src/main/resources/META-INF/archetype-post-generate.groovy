// An archetype's files lose their permissions.
new File(new File(request.outputDirectory), "${request.artifactId}/snowpull").setExecutable(true)

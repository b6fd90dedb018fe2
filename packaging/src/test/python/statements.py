"""Splits a script into statements; only what the generator writes has to be understood."""


def split(text: str) -> list[str]:
    """Statements without their semicolons; semicolons in literals, bodies and comments end none."""
    statements, start, at = [], 0, 0
    while at < len(text):
        if text.startswith("--", at):
            at = _after(text, "\n", at)
        elif text.startswith("$$", at):
            at = _after(text, "$$", at + 2)
        elif text[at] == "'":
            at = _after_literal(text, at + 1)
        elif text[at] == '"':
            at = _after(text, '"', at + 1)
        elif text[at] == ";":
            statements.append(text[start:at])
            at += 1
            start = at
        else:
            at += 1
    statements.append(text[start:])
    return [stripped for statement in statements if (stripped := _without_comments(statement))]


def _after(text: str, mark: str, at: int) -> int:
    end = text.find(mark, at)
    return len(text) if end < 0 else end + len(mark)


def _after_literal(text: str, at: int) -> int:
    while at < len(text) and text[at] != "'":
        at += 2 if text[at] == "\\" else 1
    return at + 1


def _without_comments(statement: str) -> str:
    lines = statement.strip().split("\n")
    while lines and (not lines[0].strip() or lines[0].startswith("--")):
        lines.pop(0)
    return "\n".join(lines).strip()

"""Beside a traceback through generated text, the line of the program that it stands for."""

import ast
import linecache

PREFIX = '<srcad srcad.generated.'


def note(error, sources):
    """Add to an exception that generated text let through the file and line of the program, where they are known.

    Python 3.10 has no notes: nothing happens there.
    """
    if not hasattr(error, 'add_note'):
        return
    frame, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.startswith(PREFIX):
            frame = trace.tb_frame.f_code, trace.tb_lineno
        trace = trace.tb_next
    if frame is None:
        return
    code, line = frame
    found = place(linecache.getlines(code.co_filename), line, code.co_name, sources)
    if found is not None:
        source, number = found
        error.add_note(
            f'In the program: File "{source.filename}", line {number}\n    {source.lines[number - 1].strip()}'
        )


def place(lines, line, function, sources):
    """(source, line number) of what a generated line was made of; None unless there is just one such line."""
    texts = [lines[line - 1].strip()]
    for above in reversed(lines[:line]):
        if above.strip().startswith('# '):
            texts.append(above.strip()[2:])
            break
        if above.startswith('def '):
            break
    for text in [*texts, *values(texts[0])]:
        found = [
            (s, k) for s in sources for k in range(s.tree.lineno, s.tree.end_lineno + 1) if says(s.lines[k - 1], text)
        ]
        own = [(s, k) for s, k in found if function in (f'{s.tree.name}_primal', f'{s.tree.name}_adjoint')]
        for some in (own, found):
            if len(some) == 1:
                return some[0]
    return None


def values(text):
    """What a generated statement computes, which the program may compute within another."""
    try:
        (statement,) = ast.parse(text).body
    except SyntaxError:
        return
    value = getattr(statement, 'value', None)
    for part in [value, *(value.elts[:1] if isinstance(value, ast.Tuple) else [])]:
        if not isinstance(part, (ast.Name, ast.Constant, type(None))):
            yield ast.get_source_segment(text, part)


def says(line, text):
    """Whether a line of the program has this statement or value."""
    return text in line.partition('#')[0]

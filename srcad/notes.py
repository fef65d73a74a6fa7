"""Beside a traceback through generated text, the line of the program that it stands for."""

import gast

from srcad.pointed import is_stand_in
from srcad.printer import is_comment
from srcad.tree import children, walk


def told(source, definition, statements, above):
    """For lines of a function that was generated from `source` the lines of the program: {number: (file, number, text)}.

    Each line of a primal says itself where it comes from, those of an adjoint by the comment that they stand under.
    What stands in for a library function has no lines in the program.
    """
    out, last = {}, None
    if source is None or is_stand_in(source.filename):
        return out
    for number, s in statements.items():
        own = None if isinstance(s, gast.FunctionDef) else line_of(s)
        if is_comment(s):
            last = own
        line = last if definition.name.endswith('_adjoint') else own
        if line is not None and source.tree.lineno <= line <= source.tree.end_lineno:
            out[above + number] = source.filename, line, source.lines[line - 1].strip()
    return out


def line_of(statement):
    """The line on which a statement, or the first part of its head that somebody wrote, stands; None if nobody did."""
    head = [c for c in children(statement) if not isinstance(c, (gast.stmt, gast.ExceptHandler))]
    places = (getattr(n, 'lineno', None) for n in (statement, *(n for c in head for n in walk(c))))
    return next((line for line in places if line is not None), None)


def note(error, filename, lines):
    """Add to an exception that generated text let through the file and line of the program, where they are known.

    Python 3.10 has no notes: nothing happens there.
    """
    found, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == filename:
            found = lines.get(trace.tb_lineno) or found
        trace = trace.tb_next
    if found is not None and hasattr(error, 'add_note'):
        file, line, text = found
        error.add_note(f'In the program: File "{file}", line {line}\n    {text}')

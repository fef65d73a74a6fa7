"""What srcad refuses, said as Python says it: a SyntaxError that shows file, line and a caret."""


class UnsupportedSyntax(SyntaxError):
    """The function is written with a part of Python that srcad does not differentiate."""


class NoDerivative(SyntaxError):
    """The function asks for the derivative of something that has none, or none that srcad knows."""


class Mistake(NoDerivative):
    """What srcad itself got wrong while it wrote a gradient."""


class Unfollowed(BaseException):
    """What only a run can tell that srcad does not follow.

    It is no Exception: an `except Exception` of the program around it would go on with another value. Who calls the
    gradient gets a NotImplementedError.
    """

    def refusal(self):
        return NotImplementedError(*self.args).with_traceback(self.__traceback__)


SLIPS = (AssertionError, AttributeError, IndexError, KeyError, NameError)


def slip(error, source):
    """The refusal of what made srcad itself fail while it wrote: it points at the statement that it was at."""
    node, trace = source.tree, error.__traceback__
    while trace is not None:
        me = trace.tb_frame.f_locals.get('self')
        code = getattr(getattr(me, 'instance', None), 'source', None)
        statement = getattr(me, 'statement', None) or getattr(me, 'stmt', None)
        if code is not None and getattr(statement, 'lineno', None) is not None:
            source, node = code, statement
        trace = trace.tb_next
    what = f'srcad failed here, which is a mistake of its own ({type(error).__name__}: {error})'
    return Mistake(f'{what}: write this in another way', at(source, node))


class OnlyByReference(NoDerivative):
    """What the first way of writing a gradient does not know, and the second does."""


def refuse(kind, message, source, node):
    """Raise `kind`, pointing at `node` in the file of `source`.

    >>> from srcad.parse import parse
    >>> def f(x):
    ...     return x + size(x)
    >>> source = parse(f)
    >>> try:
    ...     refuse(NoDerivative, 'size is not known', source, source.tree.body[0].value.right)
    ... except SyntaxError as error:
    ...     carets = ' ' * (error.offset - 1) + '^' * (error.end_offset - error.offset)
    ...     print(error.text, carets + ' ' + error.msg, sep='\\n')
        return x + size(x)
                   ^^^^^^^ size is not known
    """
    raise kind(message, at(source, node))


def at(source, node):
    """Where `node` stands: (filename, lineno, offset, text, end_lineno, end_offset), as SyntaxError wants it.

    A node that nobody wrote, so that it has no position, is shown by the line of the function's `def`. A node of
    several lines is underlined to the end of its first.
    """
    if getattr(node, 'lineno', None) is None:
        node = source.tree
    line = source.lines[node.lineno - 1]
    one_line = node.end_lineno == node.lineno
    end = letters(line, node.end_col_offset) if one_line else len(line.rstrip())
    return source.filename, node.lineno, letters(line, node.col_offset) + 1, line, node.lineno, end + 1


def letters(line, column):
    """How many letters of the line stand before a column that counts bytes."""
    return len(line.encode()[:column].decode())

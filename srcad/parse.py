"""function -> gast, in the positions of its file.

The whole file is parsed, so nothing has to be cut out or dedented, and what is found is compiled once more: only if
that gives the code of the function is it the function's text. A file that was edited since gives an error, not a wrong
text.
"""
import __future__

import ast
import builtins
import inspect
import warnings
from dataclasses import dataclass, field
from functools import lru_cache
from types import CodeType, FunctionType
from typing import NamedTuple

import gast

from srcad import shadows
from srcad.delegated import delegated
from srcad.errors import UnsupportedSyntax, refuse
from srcad.printer import expression, to_source
from srcad.private import mangled
from srcad.tree import FUNCTIONS, children, walk, walk_here


class Bound(NamedTuple):
    """What a name means by an import within the function, or because srcad put it there."""

    value: object
    home: str  # the module that it is taken from
    name: str  # its name there


@dataclass(frozen=True, eq=False)
class Source:
    """A function and its text: `tree` is its gast.FunctionDef, `lines` are those of its file, without line ends."""

    function: FunctionType
    tree: gast.FunctionDef
    filename: str
    lines: list
    bound: dict = field(default_factory=dict)
    inner: dict = field(default_factory=dict)  # the classes that it defines, by their lines
    captured: dict = field(default_factory=dict)  # what holds the variables that those capture
    watched: dict = field(default_factory=dict)  # what a text was put for: (class or module, name, what it has there)

    def watch(self, owner, name):
        """Note what a class or module has under a name: the text that is made holds for as long as it has that."""
        self.watched[id(owner), name] = owner, name, inspect.getattr_static(owner, name, None)

    def meaning(self, name, default=None):
        """What a name that the function does not make stands for.

        >>> def f(x):
        ...     return len(x)
        >>> parse(f).meaning('len') is len
        True
        """
        if name in self.bound:
            return self.bound[name].value
        code, names = self.function.__code__, self.function.__globals__
        if name in code.co_freevars:
            try:
                return self.function.__closure__[code.co_freevars.index(name)].cell_contents
            except ValueError:  # not assigned yet
                return default
        own = names.get('__builtins__', builtins)
        return names.get(name, (own if isinstance(own, dict) else vars(own)).get(name, default))

    def statement_text(self, node):
        """A statement on one line: as it was written if it stood on one, else as srcad prints it.

        Of an `if` or a loop it is what stands before the colon.

        >>> def f(x):
        ...     return x*x  # by itself
        >>> source = parse(f)
        >>> source.statement_text(source.tree.body[0])
        'return x*x'
        """
        return self.written(node) or printed(node)

    def written(self, node):
        """The statement as it was written, or None."""
        head = header(node)
        if getattr(node, 'lineno', None) is None or not head or getattr(head, 'end_lineno', None) != node.lineno:
            return None
        line = self.lines[node.lineno - 1].encode()
        text = line[node.col_offset:head.end_col_offset].decode()
        if head is not node:  # parentheses around the last expression are not part of it
            rest, colon, _ = line[head.end_col_offset:].decode().partition(':')
            return (text + rest).rstrip() if colon and '#' not in rest else None
        if isinstance(node, gast.Return) and node.value and node.value.col_offset == node.col_offset:
            return 'return ' + text  # the body of a lambda
        return text


def header(node):
    """The last expression before the colon; a statement without a colon itself; None where only printing helps."""
    if isinstance(node, (gast.If, gast.While)):
        return node.test
    if isinstance(node, gast.For):
        return node.iter
    return None if hasattr(node, 'body') or hasattr(node, 'cases') else node


def printed(node):
    if isinstance(node, gast.Expr):
        return expression(node.value)
    lines = [line for line in to_source(node).splitlines() if not line.startswith('@')]
    return lines[0].rstrip(':')


def parse(function):
    """The source of a function, a method or a lambda.

    >>> def square(x):
    ...     return x**2
    >>> source = parse(square)
    >>> source.tree.name, source.tree.lineno, source.lines[0]
    ('square', 1, 'def square(x):')
    """
    function = plain(function)
    lines = lines_of(function)
    node, name, cls, twin = located(function, lines)
    tree = definition(mangled(gast.ast_to_gast(node), cls), name)
    tree.name = name
    keep_names(delegated(tree))
    shadows.apart(tree)
    source = Source(function, tree, function.__code__.co_filename, lines)
    if twin:
        refuse(UnsupportedSyntax, 'several lambdas on this line give the same code: write each on a line of its own',
               source, tree)
    return source


def keep_names(tree):
    """What the program calls its inner functions, for `f.__name__`, what names they take from the module, and where
    each function stands: the numbers of those around it, and its own.

    What functools.wraps calls a function is not known.
    """
    tree.path, inside = (), [tree]
    while inside:
        outer = inside.pop()
        below = gast.Module(children(outer), [])
        functions = [n for n in walk_here(below) if isinstance(n, FUNCTIONS)]
        for k, f in enumerate(functions):
            f.path = (*outer.path, k)
        inside += functions
    for f in (n for n in walk(tree) if isinstance(n, gast.FunctionDef)):
        of_decorators = [n for d in f.decorator_list if isinstance(d, gast.Call) for n in walk(d.func)]
        wraps = any('wraps' in (getattr(n, 'id', None), getattr(n, 'attr', None)) for n in of_decorators)
        f.called, f.of_module = None if wraps else f.name, shadows.declared(f, gast.Global)


def plain(function):
    """The function behind methods and behind srcad's own wrappers; another's wrapper is a function like any other."""
    while True:
        if isinstance(function, (staticmethod, classmethod)) or inspect.ismethod(function):
            function = function.__func__
        elif hasattr(function, '__wrapped__') and is_ours(function):
            function = function.__wrapped__
        elif isinstance(function, FunctionType):
            return function
        else:
            name = getattr(function, '__qualname__', None) or getattr(function, '__name__', None) or repr(function)
            raise TypeError(f'{name} has no Python source to differentiate: it is of type {type(function).__name__}, '
                            'not a function written in Python')


def is_ours(wrapper):
    home = wrapper.__globals__.get('__name__', '') if isinstance(wrapper, FunctionType) else type(wrapper).__module__
    return home.split('.')[0] == __name__.split('.')[0]


def lines_of(function):
    """The lines of the file that the function stands in."""
    try:
        lines, _ = inspect.findsource(function)
    except OSError:
        name, filename = function.__qualname__, function.__code__.co_filename
        if filename == '<stdin>':
            why = 'this prompt keeps none: put the function in a file, or type it into IPython or Python 3.13'
        elif filename.startswith('<'):
            why = f'it was made from a string: put its text in a file, or in linecache.cache[{filename!r}]'
        else:
            why = f'{filename} cannot be read, or has become shorter'
        raise OSError(f'{name} has no source to differentiate: {why}') from None
    return [line.rstrip('\r\n') for line in lines]


def located(function, lines):
    """(the node of the function, its name, the name of the class around it, whether another text gives the same code)"""
    code, text = function.__code__, '\n'.join(lines)
    line, flags = code.co_firstlineno, code.co_flags & __future__.annotations.compiler_flag
    try:
        tree, file_codes = compiled(text, flags)
        found = candidates(tree, code)
        if len(found) > 1:
            tree = ast.parse(text)
            found = [n for n in candidates(tree, code) if gives(n, code, tree, len(lines) + 1, flags)]
        elif not is_among(code, file_codes, line) and not is_among(code, codes(around(tree, line), flags), line):
            found = []
    except (SyntaxError, ValueError):
        found = []
    if not found:
        raise changed(function)
    twin = any(ast.dump(n) != ast.dump(found[0]) for n in found[1:])
    return found[0], name_of(found[0], tree), class_around(found[0], tree), twin


def class_around(node, tree):
    """The name of the innermost class that a node stands in, or None."""
    classes = [c for s in around(tree, node.lineno) for c in ast.walk(s) if isinstance(c, ast.ClassDef)]
    holding = [c for c in classes if any(n is node for part in c.body for n in ast.walk(part))]
    return holding[-1].name if holding else None


def changed(function):
    code = function.__code__
    return OSError(f'{function.__qualname__} is no longer what {code.co_filename} says in line {code.co_firstlineno}: '
                   'the file was edited since, or a tool rewrote the function; import it again')


@lru_cache(maxsize=8)
def compiled(text, flags):
    """(the tree of a file, which nobody may change, and its code objects)"""
    tree = ast.parse(text)
    return tree, codes(tree.body, flags)


def codes(body, flags):
    """All code objects of these statements."""
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        flags |= ast.PyCF_ALLOW_TOP_LEVEL_AWAIT  # which notebooks allow
        return nested(compile(ast.Module(body, []), '<srcad>', 'exec', flags, dont_inherit=True))


def nested(code):
    """A code object and all that stand in it."""
    return [code, *(c for part in code.co_consts if isinstance(part, CodeType) for c in nested(part))]


def candidates(tree, code):
    """The nodes that may have become this code."""
    kinds = (ast.Lambda,) if code.co_name == '<lambda>' else (ast.FunctionDef, ast.AsyncFunctionDef)
    return [n for s in around(tree, code.co_firstlineno) for n in ast.walk(s) if isinstance(n, kinds)
            and first_line(n) == code.co_firstlineno and getattr(n, 'name', '<lambda>') == code.co_name]


def around(tree, line):
    """The statements of a file that stand in this line.

    Files are compiled as a whole, but at a prompt and in a notebook each statement is compiled by itself. It matters: a
    function that stands below the import of what it calls has another code.
    """
    return [s for s in tree.body if first_line(s) <= line <= s.end_lineno]


def first_line(node):
    """The line that a code object calls its first: that of a decorator, if there is one."""
    return min(n.lineno for n in (node, *getattr(node, 'decorator_list', ())))


def gives(node, code, tree, line, flags):
    """Does this lambda, one of several in its line, give the code? For the time being it gets a line of its own."""
    inner = {
        n for other in ast.walk(node) if isinstance(other, ast.Lambda) and other is not node for n in ast.walk(other)
    }
    moved = [(n, n.lineno, n.end_lineno) for n in ast.walk(node) if hasattr(n, 'lineno') and n not in inner]
    for n, *_ in moved:
        n.lineno = n.end_lineno = line
    try:
        return any(is_among(code, codes(body, flags), line) for body in (tree.body, around(tree, code.co_firstlineno)))
    finally:
        for n, first, last in moved:
            n.lineno, n.end_lineno = first, last


def is_among(code, texts, line):
    return any(is_made_from(code, t) for t in texts if t.co_name == code.co_name and t.co_firstlineno == line)


def is_made_from(code, text):
    """Is this the code that the text gives? pytest, which rewrites asserts, may have added to it."""
    if placeless(code) == placeless(text):
        return True
    words, known = vocabulary(code), vocabulary(text)
    return any(w.startswith('@py') for w in words) and parameters(code) == parameters(text) and known <= words


def placeless(code):
    """The code, and what stands in it, without line numbers."""
    inner = tuple(placeless(c) if isinstance(c, CodeType) else c for c in code.co_consts)
    return code.replace(co_linetable=b'', co_firstlineno=1, co_consts=inner)


def parameters(code):
    return code.co_varnames[:code.co_argcount + code.co_kwonlyargcount]


def vocabulary(code):
    """The names and numbers of a code object and of all that stand in it."""
    return {word for c in nested(code) for word in (*c.co_names, *c.co_varnames, *c.co_cellvars, *c.co_freevars,
            *(repr(n) for n in c.co_consts if isinstance(n, (int, float, complex))))}


def name_of(node, tree):
    """The name of a def; of a lambda, the variable that it is assigned to, or 'function'."""
    if not isinstance(node, ast.Lambda):
        return node.name
    for s in around(tree, node.lineno):
        for n in ast.walk(s):
            if getattr(n, 'value', None) is node:
                target = n.targets[0] if isinstance(n, ast.Assign) else getattr(n, 'target', None)
                return target.id if isinstance(target, ast.Name) else 'function'
    return 'function'


def definition(tree, name):
    """The tree without decorators; a lambda as the `def` that it stands for."""
    if not isinstance(tree, gast.Lambda):
        tree.decorator_list = []
        return tree
    body = gast.copy_location(gast.Return(tree.body), tree.body)
    return gast.copy_location(gast.FunctionDef(name, tree.args, [body], [], None, None, []), tree)

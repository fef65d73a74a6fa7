"""Small tools for gast trees."""
import builtins
import keyword
import math

import gast
import numpy as np


def name(text):
    """A name that is read."""
    return gast.Name(text, gast.Load(), None, None)


def target(text):
    """A name that is assigned."""
    return gast.Name(text, gast.Store(), None, None)


class Ours(gast.Name):
    """A name of generated code that stands for `value`, whatever the program's own names mean."""

    def __init__(self, text, value):
        super().__init__(text, gast.Load(), None, None)
        self.value_of = value


def named_function(f):
    """A function under its own name; a lambda, or a partial function, has none."""
    text = getattr(f, '__name__', '')
    return Ours(text if text.isidentifier() else 'function', f)


def constant(value):
    """A literal; a negative number is a minus before a positive one.

    >>> constant(-2).op.__class__.__name__
    'USub'
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool) and (value < 0 or str(value)[0] == '-'):
        return gast.UnaryOp(gast.USub(), constant(-value))
    return gast.Constant(value, None)


def call(function, *args):
    """A call of a function, given by name or as a tree; a builtin's name means that, whatever the program calls so."""
    if isinstance(function, str):
        function = Ours(function, getattr(builtins, function)) if hasattr(builtins, function) else dotted(function)
    return gast.Call(function, list(args), [])


MODULES = {'np': np, 'math': math}


def dotted(text):
    """The tree of a dotted name; `np` and `math` are the modules, whatever the program calls so.

    >>> dotted('np.sum').attr
    'sum'
    """
    first, *rest = text.split('.')
    tree = Ours(first, MODULES[first]) if first in MODULES else name(first)
    for part in rest:
        tree = gast.Attribute(tree, part, gast.Load())
    return tree


def assign(to, value):
    return gast.Assign([target(to) if isinstance(to, str) else to], value, None)


def tuple_of(trees):
    return gast.Tuple(list(trees), gast.Load())


def is_written(value):
    """Whether a default is a number, a text, None, or a tuple of such, and prints as that."""
    if type(value) is tuple:
        return all(map(is_written, value))
    return value is None or type(value) in (bool, int, float, str)


def written(value):
    return tuple_of([written(item) for item in value]) if isinstance(value, tuple) else constant(value)


def clone(node):
    """A deep copy of a tree, nodes only."""
    if isinstance(node, list):
        return [clone(n) for n in node]
    if not isinstance(node, gast.AST):
        return node
    new = node.__class__.__new__(node.__class__)
    for key, value in node.__dict__.items():
        setattr(new, key, clone(value) if isinstance(value, (list, gast.AST)) else value)
    return new


def transform(node, f):
    """The tree with every node replaced by `f(node)`, where that is not None; shared where nothing changed."""
    new = f(node)
    if new is not None:
        return new
    changes = {}
    for key, value in gast.iter_fields(node):
        if isinstance(value, gast.AST):
            changed = transform(value, f)
            if changed is not value:
                changes[key] = changed
        elif isinstance(value, list):
            changed = [transform(v, f) if isinstance(v, gast.AST) else v for v in value]
            if any(a is not b for a, b in zip(changed, value)):
                changes[key] = changed
    if not changes:
        return node
    new = node.__class__.__new__(node.__class__)
    new.__dict__.update(node.__dict__)
    new.__dict__.update(changes)
    return new


class DivMod(gast.operator):
    """The operator that `divmod(a, b)` is, which objects may say themselves; of numbers and arrays it is two others."""

    _fields = ()


class FieldsOf(dict):
    """The fields of a kind of node that may hold nodes, last first; how a name is used is none of them."""

    def __missing__(self, kind):
        named = () if issubclass(kind, (gast.Name, gast.Constant)) else kind._fields
        self[kind] = tuple(f for f in named[::-1] if f not in ('ctx', 'id', 'attr', 'arg', 'type_comment'))
        return self[kind]


FIELDS = FieldsOf()


def children(node):
    """The nodes right below a node, in the order of the text."""
    out, parts = [], node.__dict__
    for field in FIELDS[node.__class__][::-1]:
        value = parts.get(field)
        if value.__class__ is list:
            out += [v for v in value if isinstance(v, gast.AST)]
        elif isinstance(value, gast.AST):
            out.append(value)
    return out


def walk(node):
    """All nodes of a tree, the node itself first, in the order of the text."""
    todo, a_node = [node], gast.AST
    while todo:  # all passes stand on this: it has no calls within
        node = todo.pop()
        yield node
        fields = FIELDS[node.__class__]
        if fields:
            parts = node.__dict__
            for field in fields:
                value = parts.get(field)
                if value.__class__ is list:
                    todo += [v for v in value[::-1] if isinstance(v, a_node)]
                elif isinstance(value, a_node):
                    todo.append(value)


FUNCTIONS = (gast.FunctionDef, gast.Lambda)
COMPREHENSIONS = (gast.ListComp, gast.GeneratorExp)


def head_nodes(s):
    """The expressions of a statement, without those of statements in it."""
    inside = {b for block in blocks_of(s) for b in block}
    return [m for c in children(s) if c not in inside and not isinstance(c, gast.ExceptHandler) for m in walk(c)]


def walk_here(node):
    """The nodes of a function's own body, without those of functions defined in it."""
    todo = [node]
    while todo:
        node = todo.pop()
        yield node
        if FIELDS[node.__class__]:
            below = children(node)
            todo += [c for c in below[::-1] if not isinstance(c, FUNCTIONS)]
            yield from (c for c in below if isinstance(c, FUNCTIONS))


def stored_names(function):
    """The local names of a function: assigned, looped over, defined; those of comprehensions too."""
    body = function.body if isinstance(function.body, list) else [function.body]
    out, todo = {a.id for a in arguments(function)}, [*body]
    while todo:
        n = todo.pop()
        if isinstance(n, gast.Name):
            if not isinstance(n.ctx, gast.Load):
                out.add(n.id)
        elif isinstance(n, NAMING):
            out |= named_by(n)
        if not isinstance(n, FUNCTIONS) and FIELDS[n.__class__]:
            todo += children(n)
    return out


def names_made(function):
    """The local names of a function and of all functions in it, in one set."""
    out = set()
    for n in walk(function):
        if isinstance(n, gast.Name):
            if not isinstance(n.ctx, gast.Load):
                out.add(n.id)
        elif isinstance(n, NAMING) and n is not function:
            out |= named_by(n)
    return out


NAMING = (gast.FunctionDef, gast.ClassDef, gast.MatchAs, gast.MatchStar, gast.MatchMapping, gast.alias)


def named_by(node):
    """The names that a node binds without a gast.Name; none but for one of NAMING."""
    if not isinstance(node, NAMING):
        return set()
    if isinstance(node, (gast.FunctionDef, gast.ClassDef, gast.MatchAs, gast.MatchStar)):
        return {node.name} - {None}
    if isinstance(node, gast.MatchMapping):
        return {node.rest} - {None}
    return {node.asname or node.name.partition('.')[0]}


def arguments(function):
    """The parameters of a function, in order; `*args` and `**options` as one each."""
    a = function.args
    return [*a.posonlyargs, *a.args, *([a.vararg] if a.vararg else []), *a.kwonlyargs, *([a.kwarg] if a.kwarg else [])]


def positional_names(function):
    """The names of the parameters that an argument without a name may be for; not `*args`."""
    return [a.id for a in [*function.args.posonlyargs, *function.args.args]]


def assigned_names(*trees):
    """The names that trees assign, also in loops, comprehensions and functions within them."""
    return {n.id for t in trees for n in walk(t) if isinstance(n, gast.Name) and isinstance(n.ctx, gast.Store)}


def read_names(*trees):
    """The names that trees read, also in functions within them."""
    return {n.id for t in trees for n in walk(t) if isinstance(n, gast.Name) and isinstance(n.ctx, gast.Load)}


def all_names(function):
    """Every identifier that a function's text uses."""
    out = set()
    for n in walk(function):
        if isinstance(n, gast.Name):
            if not isinstance(n, Ours):
                out.add(n.id)
        elif isinstance(n, NAMING):
            out |= named_by(n)
    return out


def unused(text, taken):
    text = f'{text}_' if keyword.iskeyword(text) else text
    out, k = text, 2
    while out in taken:
        out, k = f'{text}_{k}', k + 1
    taken.add(out)
    return out


def free_names(function):
    """The names that a function, or a lambda, reads and does not make, those of functions in it too."""
    body = function.body if isinstance(function.body, list) else [gast.Expr(function.body)]
    local = stored_names(function)
    out = set()
    for n in walk_here(gast.Module(body, [])):
        if isinstance(n, FUNCTIONS):  # with what its defaults and decorators read
            out |= free_names(n)
            around = [n.args.defaults, [d for d in n.args.kw_defaults if d is not None], getattr(n, 'decorator_list', [])]
            out |= {m.id for part in around for d in part for m in walk(d) if isinstance(m, gast.Name)}
        elif isinstance(n, gast.Name) and isinstance(n.ctx, gast.Load) and not isinstance(n, Ours):
            out.add(n.id)
    return out - local


def shared_names(tree):
    """The names that are declared nonlocal or global somewhere in a tree."""
    return {n for s in walk(tree) if isinstance(s, (gast.Nonlocal, gast.Global)) for n in s.names}


def own_variables(step):
    """The attributes of its first parameter that a function of a generator uses: the generator's own variables."""
    state = step.args.args[0].id
    return {n.attr for n in walk(step) if isinstance(n, gast.Attribute) and getattr(n.value, 'id', None) == state}


def blocks(statements, rewrite):
    """Statements with each one, innermost first, replaced by what `rewrite` makes of it."""
    out = []
    for s in statements:
        for part in (s, *getattr(s, 'handlers', ()), *getattr(s, 'cases', ())):
            for field in ('body', 'orelse', 'finalbody'):
                if getattr(part, field, None):
                    setattr(part, field, blocks(getattr(part, field), rewrite) or [gast.copy_location(gast.Pass(), s)])
        out += rewrite(s)
    return out


def unset():
    """`None` in the place of a value that nobody reads."""
    none = constant(None)
    none.is_unset = True
    return none


def placed(nodes, like):
    """Nodes that nobody wrote stand where `like` stands."""
    for new in nodes:
        for n in walk(new):
            if getattr(n, 'lineno', None) is None and isinstance(n, (gast.stmt, gast.expr)):
                gast.copy_location(n, like)
    return nodes


def leaves(statements, in_loop=False):
    """Whether some statement may leave these by `return`, `break` or `continue`."""
    for s in statements:
        if isinstance(s, gast.Return) or isinstance(s, (gast.Break, gast.Continue)) and not in_loop:
            return True
        loop = isinstance(s, (gast.For, gast.While))
        if any(leaves(b, in_loop or loop and b is s.body) for b in blocks_of(s)):
            return True
    return False


def raises_always(statements):
    """Whether every way through statements ends with an exception."""
    if not statements or leaves(statements):
        return False
    last = statements[-1]
    return (
        isinstance(last, gast.Raise)
        or isinstance(last, gast.If)
        and raises_always(last.body)
        and raises_always(last.orelse)
    )


def blocks_of(s):
    """The lists of statements in a statement."""
    if isinstance(s, gast.FunctionDef):
        return []
    out = [getattr(s, field) for field in ('body', 'orelse', 'finalbody') if isinstance(getattr(s, field, None), list)]
    return out + [part.body for part in (*getattr(s, 'handlers', ()), *getattr(s, 'cases', ()))]


def base_name(node):
    """The name of the variable that a chain of subscripts and attributes starts from."""
    while isinstance(node, (gast.Subscript, gast.Attribute)):
        node = node.value
    return node.id if isinstance(node, gast.Name) else None

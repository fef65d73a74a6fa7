"""Programs of tests/corpus, altered: what each of them tries alone meets what the others try.

An alteration writes an expression in another way, gives a value a second name or a place in a box, writes into what
stands there, or moves statements into helpers, methods, loops, choices and `try`; arguments become others of another
kind or shape. It need not keep the value. One after which the program does not run is taken back.
"""
import ast
import copy
import functools
import importlib
import inspect

import numpy as np

from tests import fuzz
from tests.checking import leaves, same
from tests.corpus import cases, modules
from tests.fuzz.ways import ALIASES, AROUND, HELPERS, KINDS, LOOPS, RETURNS, WAYS, WRITES

LEAVING = ast.Return, ast.Break, ast.Continue, ast.Raise
OWN_NAMES = ast.FunctionDef, ast.ClassDef, ast.Lambda, ast.comprehension, ast.NamedExpr, ast.MatchAs, ast.Global, ast.Nonlocal


class Unfit(Exception):
    """The alteration has no place in this function."""


def program(random):
    """The text of a module with one altered program, and one case."""
    name = random.choice([n for n in modules() if plain_cases(n)])
    text, args, wrt = random.choice(plain_cases(name))
    tree = needed(module_tree(name), text)
    case = f'\nCASES = [({text}, {args}, {wrt})]\n'
    for _ in range(random.randint(1, 5)):
        tried = copy.deepcopy(tree)
        function = next(s for s in tried.body if getattr(s, 'name', '') == text)
        try:
            random.choice(ALTERATIONS)(tried, function, random)
            if runs(HELPERS + written_out(tried) + case):
                tree = tried
        except Unfit:
            pass
    whole = HELPERS + written_out(tree)
    other = f'\nCASES = [({text}, {others(args, random)}, {wrt})]\n' if random.random() < 0.3 else case
    return whole + (other if runs(whole + other) else case)


def others(args, random):
    """The text of arguments, one of them or all of another kind or shape."""
    values = list(eval(args, {**vars(np), '__builtins__': {}}))
    chosen = range(len(values)) if random.random() < 0.5 else [random.randrange(len(values))]
    kind = random.choice(KINDS)
    return repr(tuple(of_another_kind(v, kind) if k in chosen else v for k, v in enumerate(values)))


def of_another_kind(value, kind):
    if type(value) in (list, tuple):
        return type(value)(of_another_kind(v, kind) for v in value)
    if type(value) is dict:
        return {k: of_another_kind(v, kind) for k, v in value.items()}
    as_number, as_array = kind
    if isinstance(value, float):
        return as_number(value)
    has_axes = isinstance(value, np.ndarray) and value.ndim and value.dtype.kind == 'f'
    return as_array(value) if has_axes else value


def written_out(tree):
    return ast.unparse(ast.fix_missing_locations(tree))


def runs(text):
    """Whether the program runs, without srcad."""
    module = {'__name__': 'case'}
    try:
        exec(compile(text, 'altered', 'exec'), module)
        with fuzz.at_most(2), fuzz.silence():
            for f, args, _ in module['CASES']:
                float(f(*args))
    except Exception:
        return False
    return True


@functools.cache
def module_tree(name):
    return ast.parse(inspect.getsource(importlib.import_module(f'tests.corpus.{name}')))


@functools.cache
def plain_cases(name):
    """(function's name, arguments as they are written, positions) of the cases whose arguments can be written."""
    functions = {s.name for s in module_tree(name).body if isinstance(s, ast.FunctionDef) and not s.decorator_list}
    out = []
    for _, f, args, wrt in cases(name):
        try:
            again = eval(repr(args), {**vars(np), '__builtins__': {}})
        except Exception:
            continue
        whole = any(leaf.dtype.kind in 'iu' for k in wrt for leaf in leaves(args[k]) if isinstance(leaf, np.ndarray))
        if f.__name__ in functions and same(again, args) and not whole:  # what is written into those is not cut off
            out.append((f.__name__, repr(args), wrt))
    return out


def needed(tree, text):
    """A module with what a function of it needs, and no more."""
    own = [s for s in tree.body if not names_of(s) & {'CASES'}]
    wanted, todo = set(), {text}
    while todo:
        wanted |= todo
        parts = [s for s in own if names_of(s) & wanted]
        todo = {n.id for s in parts for n in ast.walk(s) if isinstance(n, ast.Name)} - wanted
    kept = [s for s in own if names_of(s) & wanted or isinstance(s, (ast.Import, ast.ImportFrom))]
    return copy.deepcopy(ast.Module(kept, []))


def names_of(s):
    """What a statement of a module defines, or changes."""
    if isinstance(s, (ast.FunctionDef, ast.ClassDef)):
        return {s.name}
    if isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant):
        return set()
    return {n.id for n in ast.walk(s) if isinstance(n, ast.Name) and (isinstance(n.ctx, ast.Store) or isinstance(s, ast.Expr))}


# Places

def statements_of(function):
    """(block, index) of all statements, not of functions inside."""
    found = []

    def walk(block):
        for k, s in enumerate(block):
            found.append((block, k))
            if not isinstance(s, (ast.FunctionDef, ast.ClassDef)):
                for part in ('body', 'orelse', 'finalbody'):
                    walk(getattr(s, part, []))
                for part in getattr(s, 'handlers', []) + getattr(s, 'cases', []):
                    walk(part.body)

    walk(function.body)
    return found


def values_of(function):
    """(parent, field, index or None) of all expressions that are read."""
    found = []

    def walk(node):
        for field, old in ast.iter_fields(node):
            for k, child in enumerate(old) if isinstance(old, list) else [(None, old)]:
                if isinstance(child, ast.AST) and not isinstance(child, (ast.JoinedStr, ast.arguments, ast.pattern, ast.ClassDef)):
                    if isinstance(child, ast.expr) and is_value(node, field, child):
                        found.append((node, field, k))
                    walk(child)

    for s in function.body:
        walk(ast.Module([s], []))
    return found


def is_value(parent, field, child):
    if isinstance(child, (ast.Starred, ast.Slice)) or isinstance(getattr(child, 'ctx', None), (ast.Store, ast.Del)):
        return False
    if isinstance(child, ast.Constant) and not isinstance(child.value, float):
        return False
    if isinstance(child, ast.Name) and child.id in ('np', 'math', 'collections', 'itertools', 'functools', 'operator'):
        return False
    if isinstance(parent, ast.Call) and field == 'func' or isinstance(parent, (ast.Expr, ast.ExceptHandler)):
        return False
    return not isinstance(parent, (ast.AnnAssign, ast.NamedExpr)) or field == 'value'


def at(place):
    parent, field, k = place
    return getattr(parent, field) if k is None else getattr(parent, field)[k]


def put(place, new):
    parent, field, k = place
    if k is None:
        setattr(parent, field, new)
    else:
        getattr(parent, field)[k] = new


def chosen(random, found):
    if not found:
        raise Unfit
    return random.choice(found)


def one_of(random, texts):
    return random.choice([part.strip() for line in texts.strip().splitlines() for part in line.split('; ')])


def names_in(function):
    """Its arguments, and the names that are assigned."""
    stored = {n.id for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    return sorted(stored | {arg.arg for arg in function.args.args})


def behind(block, k):
    return k if isinstance(block[k], LEAVING) else k + 1


def filled(text, **parts):
    """Statements of a text whose names E, N, O, S, T and W stand for parts, trees or other names."""
    class Fill(ast.NodeTransformer):
        def visit_Name(self, node):
            part = parts.get(node.id, node)
            return ast.Name(part, node.ctx) if isinstance(part, str) else copy.deepcopy(part)

        def visit_Expr(self, node):
            part = parts.get(getattr(node.value, 'id', None))
            return copy.deepcopy(part) if isinstance(part, ast.stmt) else self.generic_visit(node)

    return Fill().visit(ast.parse(text)).body


def filled_value(text, **parts):
    return filled(text, **parts)[0].value


# Alterations

def written_otherwise(tree, function, random):
    place = chosen(random, values_of(function))
    put(place, filled_value(one_of(random, WAYS), E=at(place)))


def written(tree, function, random):
    """After a statement, one that writes."""
    block, k = chosen(random, statements_of(function))
    names = names_in(function)
    near = sorted({n.id for n in ast.walk(block[k]) if isinstance(n, ast.Name)} & set(names))
    name = chosen(random, near if near and random.random() < 0.7 else names)
    where = behind(block, k)
    block[where:where] = filled(one_of(random, WRITES), N=name, O=chosen(random, names))


def put_around(tree, function, random):
    block, k = chosen(random, statements_of(function))
    if isinstance(block[k], (ast.FunctionDef, ast.ClassDef)):
        raise Unfit
    name = chosen(random, names_in(function))
    test = ast.parse(random.choice([f'np_.sum({name}) > -1e3', f'{name} is not None']), mode='eval').body
    block[k:k + 1] = filled(random.choice(AROUND), S=block[k], T=test)


def swapped(tree, function, random):
    places = [(block, k) for block, k in statements_of(function) if k and not isinstance(block[k], ast.Return)]
    block, k = chosen(random, places)
    block[k - 1], block[k] = block[k], block[k - 1]


def aliased(tree, function, random):
    """A second name for a value, which some of its readers use."""
    block, k = chosen(random, statements_of(function))
    name = chosen(random, names_in(function))
    make = random.choice(list(ALIASES))
    places = [place for place in values_of(function) if getattr(at(place), 'id', None) == name]
    for place in random.sample(places, min(len(places), random.randint(1, 3))):
        put(place, filled_value(ALIASES[make], O=f'{name}_2'))
    where = behind(block, k)
    block[where:where] = filled(make, O=f'{name}_2', N=name)


def boxed(tree, function, random):
    """A name, or each, becomes a place: of a list, a dict, an object."""
    if any(isinstance(n, OWN_NAMES) for n in ast.walk(function) if n is not function):
        raise Unfit
    names = names_in(function)
    some = names if random.random() < 0.3 else [chosen(random, names)]
    make, place = random.choice([('[None] * 99', 'box_[{k}]'), ('{}', 'box_["{n}"]'), ('Box_()', 'box_.{n}')])
    places = {n: place.format(k=k, n=n) for k, n in enumerate(names)}
    renamed(function, lambda n: ast.parse(places[n], mode='eval').body if n in some else None)
    given = [f'{places[arg.arg]} = {arg.arg}' for arg in function.args.args if arg.arg in some]
    function.body[:0] = ast.parse('\n'.join([f'box_ = {make}', *given])).body


def renamed(function, place):
    class Rename(ast.NodeTransformer):
        def visit_Name(self, node):
            new = place(node.id)
            if new is None:
                return node
            new.ctx = node.ctx
            return new

    function.body = [Rename().visit(s) for s in function.body]


def outlined(tree, function, random):
    """Some statements become a helper, which takes the names that they read and returns those that they assign."""
    block, k = chosen(random, statements_of(function))
    some = block[k:k + random.randint(1, 3)]
    if any(isinstance(n, (*LEAVING, ast.Yield, ast.YieldFrom, ast.Global, ast.Nonlocal)) for s in some for n in ast.walk(s)):
        raise Unfit
    names = set(names_in(function))
    used = [n for s in some for n in ast.walk(s) if isinstance(n, ast.Name) and n.id in names]
    assigned = sorted({n.id for n in used if isinstance(n.ctx, ast.Store)})
    read = sorted({n.id for n in used if isinstance(n.ctx, ast.Load)})
    inside = random.random() < 0.25 and not set(assigned) & set(read)
    given = ', '.join([] if inside else read)
    name = f'part_{len(tree.body)}_{random.randint(0, 99)}'
    helper = ast.parse(f'def {name}({given}):\n    pass').body[0]
    helper.body = some + (ast.parse(f'return {", ".join(assigned)}').body if assigned else [])
    line = ast.parse(f'{", ".join(assigned)} = {name}({given})' if assigned else f'{name}({given})').body
    block[k:k + len(some)] = [helper, *line] if inside else line
    if not inside:
        tree.body.insert(tree.body.index(function), helper)


def run_over_otherwise(tree, function, random):
    loop = chosen(random, [n for n in ast.walk(function) if isinstance(n, (ast.For, ast.comprehension))])
    loop.iter = filled_value(one_of(random, LOOPS), E=loop.iter)


def returned_otherwise(tree, function, random):
    returns = [(b, k) for b, k in statements_of(function) if isinstance(b[k], ast.Return) and b[k].value]
    block, k = chosen(random, returns)
    block[k:k + 1] = filled(random.choice(RETURNS), E=block[k].value)


def as_a_method(tree, function, random):
    """The function becomes a method of an object that holds the arguments."""
    a = function.args
    if a.vararg or a.kwarg or a.kwonlyargs or a.posonlyargs or a.defaults:
        raise Unfit
    inner = [n for n in ast.walk(function) if isinstance(n, OWN_NAMES) and n is not function]
    if any(isinstance(n, (ast.Global, ast.Nonlocal)) for n in inner):
        raise Unfit
    names = [arg.arg for arg in a.args]
    kept = [n for n in names if random.random() < 0.5 and not inner]
    name, given = f'Run_{random.randint(0, 99)}', ', '.join(names)
    fields = '; '.join(f'self.{n} = {n}' for n in names) or 'pass'
    made = ast.parse(f'class {name}:\n    def __init__(self, {given}):\n        {fields}\n\n    def run(self):\n        pass').body[0]
    renamed(function, lambda n: ast.parse(f'self.{n}', mode='eval').body if n in kept else None)
    made.body[1].body = ast.parse('\n'.join(f'{n} = self.{n}' for n in names if n not in kept)).body + function.body
    function.body = ast.parse(f'return {name}({given}).run()').body
    tree.body.insert(tree.body.index(function), made)


def constants_that_change(tree, function, random):
    """A number of the text comes from a list, a dict or an array, which changes later."""
    place = chosen(random, [p for p in values_of(function) if isinstance(at(p), ast.Constant)])
    number, name = at(place).value, f'w_{random.randint(0, 9)}'
    make = random.choice(['np_.array([{}, 0.3])', '[{}, 0.3]', '{{0: {}}}', 'np_.full((2, 2), {})'])
    put(place, filled_value(random.choice(['W[0]', 'W[0]', 'W[0:1]', 'W[[0]]']) if 'np_' in make else 'W[0]', W=name))
    block, k = chosen(random, statements_of(function))
    where = behind(block, k)
    change = random.choice(['W[0] = 0.9', 'W[0] *= 1.3', 'W[0] += 0.1', 'scale_(W)', 'put_(W, 0, 0.8)', 'W[0] = O'])
    block[where:where] = filled(change, W=name, O=chosen(random, names_in(function)))
    function.body[:0] = ast.parse(f'{name} = {make.format(number)}').body


ALTERATIONS = [written_otherwise, written_otherwise, written, written, written, put_around, swapped, aliased, aliased, boxed, outlined, outlined,
               run_over_otherwise, returned_otherwise, as_a_method, constants_that_change, constants_that_change]

"""THE derivative table: how its rows are written, and how they are found.

A row is a line of calculus. `elementwise` gives the partial derivative of the
result by each argument; `linear` gives what each argument receives from `bz`,
the adjoint of the result. Here `z` is the result. A formula may offer a second
form after `|`, better where `z` is at hand. Broadcasting is not a row's
business.
"""
import builtins
import cmath
import importlib
import math
from dataclasses import dataclass, field
from types import ModuleType

import gast
import numpy as np

from srcad import elements, factors, runtime
from srcad.standins import arrays, matrices
from srcad.tree import Ours, transform, walk

NAMESPACE = {'np': np, 'math': math, 'cmath': cmath, 'runtime': runtime, 'elements': elements, 'factors': factors,
             'arrays': arrays, 'matrices': matrices, **vars(builtins)}
RULES = {}
REGISTERED = []  # the patterns that programs have given rows
COMPLEX = {}  # rows for complex arguments, where those of RULES do not hold


@dataclass(frozen=True, eq=False)
class Rule:
    """A row: `formulas` maps a parameter to its formulas, best first."""
    name: str
    params: dict  # name -> default (a tree), or None
    kind: str  # 'elementwise', 'linear' or 'inactive'
    formulas: dict = field(default_factory=dict)
    broadcasts: bool = False  # what an argument receives has the shape of z, or one that broadcasts to it if bz has
    by_place: bool = False  # the formulas go by where an element of bz stands: they want it whole
    variadic: str = None  # a parameter that takes all positional arguments that are left
    of_complex: bool = False  # a row of COMPLEX: its formulas are taken as they stand
    flat: tuple = ()  # parameters on whose values the result does not depend, or does by steps
    others: dict = field(default_factory=dict)  # rows for other numbers of arguments: math.log(x, base)

    @property
    def noun(self):
        """What the result is called where it needs a name: bsum, bproduct, exp."""
        return NOUNS.get(self.name) or self.name.split('.')[-1]


NOUNS = {'Add': 'sum', 'Sub': 'difference', 'Mult': 'product', 'MatMult': 'product', 'Div': 'ratio', 'Pow': 'power',
         'USub': 'negative', 'UAdd': 'positive', 'Mod': 'remainder', 'np.array': 'stacked', 'np.copy': 'copied'}


def parse(text):
    """Return the expression tree of `text`."""
    return gast.parse(text, mode='eval').body


def resolve(tree):
    """The object that a dotted name of the table stands for, or None in older versions of NumPy."""
    if isinstance(tree, Ours):
        return tree.value_of
    if isinstance(tree, gast.Name):
        return NAMESPACE[tree.id] if tree.id in NAMESPACE else importlib.import_module(tree.id)
    owner = resolve(tree.value)
    if isinstance(owner, ModuleType) and not hasattr(owner, tree.attr) and is_foreign(tree):
        return importlib.import_module(f'{owner.__name__}.{tree.attr}')
    return getattr(owner, tree.attr, None)


def is_foreign(tree):
    """Whether a dotted name begins with a module that the table itself does not use."""
    while isinstance(tree, gast.Attribute):
        tree = tree.value
    return isinstance(tree, gast.Name) and not isinstance(tree, Ours) and tree.id not in NAMESPACE


def formula(text, params):
    """A formula's tree. Modules are what they are, whatever a program calls them."""

    def module(n):
        if not isinstance(n, gast.Attribute) or root(n) in (*params, 'z', 'bz'):
            return None
        if not is_foreign(n) and not isinstance(n.value, gast.Name):
            return None
        owner = resolve(n.value)
        if not isinstance(owner, ModuleType):
            return None
        alias = owner.__name__.split('.')[-1] if is_foreign(n) else n.value.id
        return gast.Attribute(Ours(alias, owner), n.attr, gast.Load())

    return transform(parse(text.strip()), module)


def root(tree):
    return root(tree.value) if isinstance(tree, gast.Attribute) else getattr(tree, 'id', None)


def head(tree):
    """The key of an expression: an operator's class name, or the function that is called."""
    if isinstance(tree, (gast.BinOp, gast.UnaryOp)):
        return type(tree.op).__name__
    return resolve(tree.func)


def parameters(tree):
    if isinstance(tree, gast.BinOp):
        return {tree.left.id: None, tree.right.id: None}, None
    if isinstance(tree, gast.UnaryOp):
        return {tree.operand.id: None}, None
    names = {a.id: None for a in tree.args if isinstance(a, gast.Name)}
    star = [a.value.id for a in tree.args if isinstance(a, gast.Starred)]
    names.update(dict.fromkeys(star))
    names.update({k.arg: k.value for k in tree.keywords})
    return names, star[0] if star else None


def declare(pattern, formulas, kind, broadcasts=False, by_place=False, table=RULES):
    tree = parse(pattern)
    key = head(tree)
    if key is None:
        return None
    params, variadic = parameters(tree)
    name = key if isinstance(key, str) else gast_name(tree.func)
    texts = dict(zip(params, formulas))
    forms = {p: tuple(formula(f, params) for f in text.split('|')) for p, text in texts.items() if text not in ('', '0')}
    flat = tuple(p for p, text in texts.items() if text == '0')
    rule = Rule(name, params, kind, forms, broadcasts, by_place, variadic, table is COMPLEX, flat)
    if key in table and len(table[key].params) != len(params):
        table[key].others[len(params)] = rule
    else:
        table[key] = rule
    return rule


def gast_name(tree):
    return tree.id if isinstance(tree, gast.Name) else f'{gast_name(tree.value)}.{tree.attr}'


def elementwise(pattern, *partials):
    """Declare a function by its partial derivatives, one for each argument in turn.

    Modules are imported by their names, those of your own too: `elementwise('scipy.special.psi(x)', ...)`. A function of
    such a module is called with arrays, and with parts of them.

    Raises ValueError if the results are not parts of one another, if an argument has no formula ('' for one without a
    derivative), and if a formula reads anything but the arguments, `z` and modules.

    >>> elementwise('np.tanh(x)', '1 - z**2').kind
    'elementwise'
    """
    tree = parse(pattern)
    if isinstance(tree, gast.Call) and is_foreign(tree.func):
        check_formulas(tree, partials)
        refuse_whole(tree)
        REGISTERED.append(pattern)
    return declare(pattern, partials, 'elementwise')


def check_formulas(tree, partials):
    """Raise ValueError for formulas that do not say what each argument's derivative is."""
    params, _ = parameters(tree)
    called, needed = gast_name(tree.func), [p for p, default in params.items() if default is None]
    if len(partials) not in (len(needed), len(params)):
        raise ValueError(f"{called} has the arguments {', '.join(params)}: give a formula for each, '' for one without a derivative")
    if params.keys() & {'z', 'bz'}:
        raise ValueError(f'z is the result of {called} in the formulas, and bz its adjoint: call the argument something else')
    for text in partials:
        try:
            names = {n.id for n in walk(formula(text or '0', params)) if isinstance(n, gast.Name) and not isinstance(n, Ours)}
        except SyntaxError:
            raise ValueError(f'{text!r} is no formula: write an expression of {", ".join(params)} and z') from None
        for n in sorted(names - {*params, 'z'} - NAMESPACE.keys()):
            raise ValueError(f'{n} in {text!r} is neither an argument of {called} nor a module: write out what it stands for')


def refuse_whole(tree):
    """Raise ValueError if a function does not give each element a result of its own."""
    f, sample = resolve(tree.func), np.linspace(0.2, 0.7, 9).reshape(3, 3)

    def result(of):
        try:
            with np.errstate(all='ignore'):
                return np.asarray(f(*(of.copy() for _ in tree.args)))
        except Exception:  # it is one of numbers alone, or of others
            return np.array(None)

    whole, first, last = result(sample), result(sample[:2, :2]), result(sample[1:, 1:])
    if whole.dtype == object:
        return
    parts = [(first, whole[:2, :2]), (last, whole[1:, 1:])] if whole.shape == sample.shape else [(whole, None)]
    if any(a.dtype == object or b is None or not np.allclose(a, b, equal_nan=True) for a, b in parts):
        raise ValueError(f'{gast_name(tree.func)} is not elementwise, each element has no result of its own: write it in Python')


def linear(pattern, *adjoints, broadcasts=False, by_place=False):
    """Declare a function by what each argument receives from `bz`; '' is not known, '0' is nothing.

    >>> sorted(linear('np.vdot(x, y)', 'bz * y', 'bz * x').formulas)
    ['x', 'y']
    """
    return declare(pattern, adjoints, 'linear', broadcasts, by_place)


def inactive(*names):
    """Declare functions whose results carry no derivative."""
    for name in names:
        key = resolve(parse(name))
        if key is not None:
            RULES[key] = Rule(name, {}, 'inactive')


ALIASES = {}  # another name's function -> the function by which all else knows it


def alias(name, *others):
    """Declare other names of NumPy for a function of the table."""
    for other in others:
        key = resolve(parse(other))
        if key is not None:
            first = resolve(parse(name))
            RULES.setdefault(key, RULES[first])
            ALIASES.setdefault(key, first)

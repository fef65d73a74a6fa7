"""gast -> text: Python as an engineer would have written it by hand.

`astunparse` walks the statements; the expressions are written here, from a table of precedence. So the text is the same
on every version of Python, holds few parentheses, and needs neither positions nor a tree without shared nodes.

A comment is a string statement whose string is a `Comment`: a tree that holds comments is still an ordinary tree.
"""
import ast
import re
from io import StringIO

import astunparse
import gast

# Where an expression stands: the higher, the closer it binds.
(NAMED, YIELD, TUPLE, TEST, LOGIC, NOT, COMPARE, BITOR, BITXOR, BITAND, SHIFT, SUM, PRODUCT, FACTOR, POWER, AWAIT,
 ATOM) = range(17)

LEVELS = {'Yield': YIELD, 'YieldFrom': YIELD, 'NamedExpr': NAMED, 'Lambda': TEST, 'IfExp': TEST, 'BoolOp': LOGIC,
          'Compare': COMPARE, 'Await': AWAIT}
BINARY = {'BitOr': ('|', BITOR), 'BitXor': ('^', BITXOR), 'BitAnd': ('&', BITAND), 'LShift': ('<<', SHIFT),
          'RShift': ('>>', SHIFT), 'Add': ('+', SUM), 'Sub': ('-', SUM), 'Mult': ('*', PRODUCT), 'Div': ('/', PRODUCT),
          'FloorDiv': ('//', PRODUCT), 'Mod': ('%', PRODUCT), 'MatMult': ('@', PRODUCT), 'Pow': ('**', POWER)}
UNARY = {'Not': ('not ', NOT), 'USub': ('-', FACTOR), 'UAdd': ('+', FACTOR), 'Invert': ('~', FACTOR)}
COMPARISONS = {'Eq': '==', 'NotEq': '!=', 'Lt': '<', 'LtE': '<=', 'Gt': '>', 'GtE': '>=', 'Is': 'is',
               'IsNot': 'is not', 'In': 'in', 'NotIn': 'not in'}


class Comment(str):
    """The text of a comment. The empty comment is a blank line."""


def comment(text=''):
    """The statement that prints as `# text`, or as a blank line.

    >>> print(to_source([comment('y = x'), comment()]), end='|')
    # y = x
    <BLANKLINE>
    |
    """
    return gast.Expr(gast.Constant(Comment(text), None))


def to_source(tree):
    """The source of a gast module, of a statement, or of a list of statements.

    >>> print(to_source(gast.parse('def f(x):  return((x[0])**2,(x [1]**2),)')), end='')
    def f(x):
        return x[0] ** 2, x[1] ** 2
    """
    return with_lines(tree)[0]


def with_lines(tree):
    """The source of a tree, and its statements, comments too, by the numbers of their lines.

    >>> text, lines = with_lines(gast.parse('if a: b = c'))
    >>> {number: type(s).__name__ for number, s in lines.items()}
    {1: 'If', 2: 'Assign'}
    """
    out = Lines()
    statements = Printer(tree, out).statements
    text = out.getvalue()
    above = len(text) - len(text.lstrip('\n'))
    return text[above:], {number - above: s for number, s in statements}


class Lines(StringIO):
    """A text that counts its lines."""

    count = 0

    def write(self, text):
        self.count += text.count('\n')
        return super().write(text)


def expression(tree, level=TEST):
    """The source of an expression, in parentheses if it binds looser than `level`.

    >>> expression(gast.parse('a+(b*(c**2))').body[0].value)
    'a + b * c**2'
    """
    text = WRITERS[type(tree).__name__](tree)
    return f'({text})' if binding(tree) < level else text


def named(tree):
    """The source of an expression where `:=` needs no parentheses."""
    return expression(tree, NAMED if isinstance(tree, gast.NamedExpr) else TEST)


def listed(trees):
    return ', '.join([expression(t) for t in trees])


def binding(tree):
    """The level of an expression."""
    kind = type(tree).__name__
    if kind == 'BinOp':
        return BINARY[type(tree.op).__name__][1] if type(tree.op).__name__ in BINARY else ATOM  # divmod(a, b)
    if kind == 'UnaryOp':
        return UNARY[type(tree.op).__name__][1]
    if kind == 'Tuple':
        return TUPLE if tree.elts else ATOM
    if kind == 'Constant':
        return FACTOR if is_number(tree) and constant(tree).startswith('-') else ATOM
    return LEVELS.get(kind, ATOM)


# Expressions: a function from node to text for each kind of node.

def binary(t):
    if type(t.op).__name__ not in BINARY:
        return f'divmod({expression(t.left)}, {expression(t.right)})'
    sign, level = BINARY[type(t.op).__name__]
    if sign == '**':
        negative = isinstance(t.right, gast.UnaryOp) and is_number(t.right.operand)
        close = is_simple(t.left) and is_simple(t.right.operand if negative else t.right)
        return expression(t.left, AWAIT) + ('**' if close else ' ** ') + expression(t.right, FACTOR)
    return f'{expression(t.left, level)} {sign} {expression(t.right, level + 1)}'


def is_simple(t):
    """A name, a number or a dotted name: what stands close to its `**`."""
    if is_number(t):
        return binding(t) == ATOM
    while isinstance(t, gast.Attribute):
        t = t.value
    return isinstance(t, gast.Name)


def is_number(t):
    return isinstance(t, gast.Constant) and isinstance(t.value, (int, float, complex))


def unary(t):
    sign, level = UNARY[type(t.op).__name__]
    return sign + expression(t.operand, level)


def logical(t):
    word = ' or ' if isinstance(t.op, gast.Or) else ' and '
    return word.join([expression(v, NOT) for v in t.values])  # `(a and b) or c`, as a person would write


def compare(t):
    rest = [f' {COMPARISONS[type(op).__name__]} {expression(c, BITOR)}' for op, c in zip(t.ops, t.comparators)]
    return expression(t.left, BITOR) + ''.join(rest)


def constant(t):
    if t.value is ...:
        return '...'
    if isinstance(t.value, (float, complex)):
        return repr(t.value).replace('inf', '1e309')  # there is no literal for infinity, but this one overflows to it
    return ('u' if t.kind else '') + repr(t.value)


def function(t):
    parameters = arguments(t.args)
    return f'lambda {parameters}: {expression(t.body)}' if parameters else f'lambda: {expression(t.body)}'


def arguments(t):
    """The parameters of a function, without their parentheses."""
    positional = [*t.posonlyargs, *t.args]
    defaults = [None] * (len(positional) - len(t.defaults)) + t.defaults
    texts = [*map(parameter, positional, defaults)]
    if t.posonlyargs:
        texts.insert(len(t.posonlyargs), '/')
    if t.vararg or t.kwonlyargs:
        texts.append('*' + (parameter(t.vararg) if t.vararg else ''))
    texts += map(parameter, t.kwonlyargs, t.kw_defaults)
    if t.kwarg:
        texts.append('**' + parameter(t.kwarg))
    return ', '.join(texts)


def parameter(name, default=None):
    text = name.id
    if name.annotation:
        text += ': ' + expression(name.annotation)
    if default:
        text += (' = ' if name.annotation else '=') + expression(default)
    return text


def call(t):
    generator = len(t.args) == 1 and not t.keywords and isinstance(t.args[0], gast.GeneratorExp)
    keywords = overridden(t.keywords) if hasattr(t, 'overrides') else t.keywords
    inside = expression(t.args[0])[1:-1] if generator else ', '.join(
        [named(a) for a in t.args] + [keyword(k) for k in keywords])
    return f'{expression(t.func, ATOM)}({inside})'


def overridden(keywords):
    """`k=v, **options` as `**{'k': v, **options}`: what comes later takes the place of what is there."""
    keys = [gast.Constant(k.arg, None) if k.arg else None for k in keywords]
    return [gast.keyword(None, gast.Dict(keys, [k.value for k in keywords]))] if len(keys) > 1 else keywords


def keyword(t):
    return f'{t.arg}={expression(t.value)}' if t.arg else '**' + expression(t.value)


def attribute(t):
    value = expression(t.value, ATOM)
    return f'({value}).{t.attr}' if value.isdecimal() else f'{value}.{t.attr}'


def subscript(t):
    index, level = t.slice, TUPLE
    if isinstance(index, gast.Tuple) and any(isinstance(e, gast.Starred) for e in index.elts):
        # Python 3.10 has no `x[*a]`; a slice beside a star cannot come from there.
        level = TUPLE if any(isinstance(e, gast.Slice) for e in index.elts) else TEST
    return f'{expression(t.value, ATOM)}[{expression(index, level)}]'


def slice_(t):
    lower, upper = [expression(bound) if bound else '' for bound in (t.lower, t.upper)]
    return f'{lower}:{upper}' + (':' + expression(t.step) if t.step else '')


def dict_(t):
    return '{' + ', '.join([f'{expression(k)}: {expression(v)}' if k else '**' + expression(v, BITOR)
                            for k, v in zip(t.keys, t.values)]) + '}'


def loops(t):
    """The `for ... in ... if ...` parts of a comprehension."""
    texts = []
    for g in t.generators:
        start = ' async for' if g.is_async else ' for'
        texts.append(f'{start} {expression(g.target, TUPLE)} in {expression(g.iter, LOGIC)}')
        texts += [' if ' + expression(test, LOGIC) for test in g.ifs]
    return ''.join(texts)


def joined(t):
    """An f-string, in quotes that do not stand in its expressions: before Python 3.12 they may not."""
    expressions, letters = [], []
    fields(t.values, expressions, letters)
    used = ''.join(expressions)
    quote = next((q for q in ("'", '"') if q not in used + ''.join(letters)), None)
    quote = quote or next((q for q in ('"""', "'''") if q not in used), "'")
    return f'f{quote}{fields(t.values, [], [], quote)}{quote}'


def fields(values, expressions, letters, quote="'"):
    """The inside of an f-string; `expressions` and `letters` collect what it is made of."""
    texts = []
    for v in values:
        if isinstance(v, gast.FormattedValue):
            text = expression(v.value)
            if re.search(r'\blambda\b', text):  # its colon would end the expression
                text = f'({text})'
            text = ' ' * text.startswith('{') + text
            expressions.append(text)
            text += '' if v.conversion == -1 else '!' + chr(v.conversion)
            if v.format_spec:
                text += ':' + fields(v.format_spec.values, expressions, letters, quote)
            texts.append('{' + text + '}')
        else:
            letters.append(v.value)
            texts.append(escaped(v.value, quote).replace('{', '{{').replace('}', '}}'))
    return ''.join(texts)


def escaped(text, quote):
    """Letters as they stand between these quotes."""
    inside = repr('"' + text)[2:-1]  # the mark at the front makes repr choose single quotes
    return inside if quote[0] == "'" else re.sub(r'\\.|"', lambda m: {"\\'": "'", '"': '\\"'}.get(m[0], m[0]), inside)


WRITERS = {
    'BinOp': binary, 'UnaryOp': unary, 'BoolOp': logical, 'Compare': compare, 'Constant': constant, 'Lambda': function,
    'Call': call, 'Attribute': attribute, 'Subscript': subscript, 'Slice': slice_, 'Dict': dict_, 'JoinedStr': joined,
    'keyword': keyword, 'arguments': arguments,
    'Name': lambda t: t.id, 'Ours': lambda t: t.id,
    'IfExp': lambda t: f'{expression(t.body, LOGIC)} if {expression(t.test, LOGIC)} else {expression(t.orelse)}',
    'Tuple': lambda t: listed(t.elts) + ',' * (len(t.elts) == 1) if t.elts else '()',
    'Starred': lambda t: '*' + expression(t.value, BITOR),
    'NamedExpr': lambda t: f'{t.target.id} := {expression(t.value)}',
    'List': lambda t: f'[{listed(t.elts)}]',
    'Set': lambda t: '{' + (listed(t.elts) or '*()') + '}',
    'ListComp': lambda t: f'[{expression(t.elt)}{loops(t)}]',
    'SetComp': lambda t: '{' + expression(t.elt) + loops(t) + '}',
    'GeneratorExp': lambda t: f'({expression(t.elt)}{loops(t)})',
    'DictComp': lambda t: '{' + f'{expression(t.key)}: {expression(t.value)}{loops(t)}' + '}',
    'Await': lambda t: 'await ' + expression(t.value, ATOM),
    'Yield': lambda t: 'yield ' + expression(t.value, TUPLE) if t.value else 'yield',
    'YieldFrom': lambda t: 'yield from ' + expression(t.value),
}


# Patterns of `match`.

def pattern(t, inner=False):
    """The source of a pattern; `inner`: it stands in another one, where `|` and `as` need parentheses."""
    kind = type(t).__name__
    if kind == 'MatchOr':
        text = ' | '.join([pattern(p, True) for p in t.patterns])
        return f'({text})' if inner else text
    if kind == 'MatchAs' and t.pattern:
        text = f'{pattern(t.pattern, isinstance(t.pattern, gast.MatchAs))} as {t.name}'
        return f'({text})' if inner else text
    if kind in ('MatchAs', 'MatchStar'):
        return '*' * (kind == 'MatchStar') + (t.name or '_')
    if kind == 'MatchSequence':
        return '[' + ', '.join(map(pattern, t.patterns)) + ']'
    if kind == 'MatchMapping':
        pairs = [f'{expression(k)}: {pattern(p)}' for k, p in zip(t.keys, t.patterns)]
        return '{' + ', '.join(pairs + [f'**{t.rest}'] * bool(t.rest)) + '}'
    if kind == 'MatchClass':
        named = [f'{name}={pattern(p)}' for name, p in zip(t.kwd_attrs, t.kwd_patterns)]
        return f'{expression(t.cls)}({", ".join([*map(pattern, t.patterns), *named])})'
    return repr(t.value) if kind == 'MatchSingleton' else expression(t.value)


# Statements.

DEFINITIONS = gast.FunctionDef, gast.AsyncFunctionDef, gast.ClassDef
IMPORTS = gast.Import, gast.ImportFrom


def is_comment(statement):
    return isinstance(statement, gast.Expr) and isinstance(getattr(statement.value, 'value', None), Comment)


class Printer(astunparse.Unparser):
    """An `astunparse.Unparser` that knows comments, blank lines, and where a tuple needs no parentheses."""

    def __init__(self, tree, out):
        self.statements = []
        super().__init__(tree, out)

    def dispatch(self, tree):
        if isinstance(tree, gast.stmt):
            self.begins(tree)
        if isinstance(tree, list):
            self.block(tree)
        elif isinstance(tree, (ast.expr, gast.arguments)):
            self.write(expression(tree))
        else:
            super().dispatch(tree)

    def begins(self, statement):
        """A statement comes next, on a new line."""
        self.statements.append((self.f.count + 2, statement))

    def block(self, body, docstring=False):
        """Statements, with the blank lines between them."""
        before = None  # the statement before; None where no blank lines are wanted
        for k, statement in enumerate(body):
            after = next((s for s in body[k:] if not is_comment(s)), None)
            gap = self.gap(before, after, docstring and before is body[0])
            self.write('\n' * gap)
            if not is_comment(statement):
                before = statement
            elif gap:  # a comment stands close to what it is about, and a gap needs no blank line more
                before = None
                if not statement.value.value:
                    continue
            self.dispatch(statement)
        if all(map(is_comment, body)) and self._indent:
            self.fill('pass')

    def gap(self, before, after, docstring):
        """How many blank lines stand between two statements."""
        if before is None:
            return 0
        if isinstance(before, DEFINITIONS) or isinstance(after, DEFINITIONS):
            return 1 if self._indent else 2
        leaves = (docstring or isinstance(before, IMPORTS)) and after and not isinstance(after, IMPORTS)
        return 2 if leaves and not self._indent else 0

    def inside(self, body):
        self.enter()
        self.block(body)
        self.leave()

    def otherwise(self, body):
        if body:
            self.fill('else')
            self.inside(body)

    def _Module(self, t):
        first = t.body and t.body[0]
        self.block(t.body, docstring=isinstance(first, gast.Expr) and not is_comment(first))

    def _Expr(self, t):
        text = getattr(t.value, 'value', None)
        if isinstance(text, Comment):
            for line in text.split('\n'):
                self.fill('# ' + line) if line else self.write('\n')
        elif isinstance(text, str) and isinstance(t.value, gast.Constant) and text.replace('\n', '').isprintable():
            text = re.sub(r'"(?="|\Z)', r'\"', text.replace('\\', r'\\'))
            self.fill(f'"""{text}"""')
        else:
            self.fill(expression(t.value, YIELD))

    def _Assign(self, t):
        self.fill(' = '.join([expression(side, YIELD) for side in (*t.targets, t.value)]))

    def _AnnAssign(self, t):
        target = expression(t.target)
        if isinstance(t.target, gast.Name) and not t.simple:
            target = f'({target})'
        self.fill(f'{target}: {expression(t.annotation)}' + (f' = {expression(t.value, YIELD)}' if t.value else ''))

    def _Return(self, t):
        self.fill('return ' + expression(t.value, TUPLE) if t.value else 'return')

    def _If(self, t, word='if'):
        self.fill(f'{word} {named(t.test)}')
        self.inside(t.body)
        if len(t.orelse) == 1 and isinstance(t.orelse[0], gast.If):
            self.begins(t.orelse[0])
            self._If(t.orelse[0], 'elif')
        else:
            self.otherwise(t.orelse)

    def _While(self, t):
        self.fill(f'while {named(t.test)}')
        self.inside(t.body)
        self.otherwise(t.orelse)

    def _For(self, t):
        self.fill(f'for {expression(t.target, TUPLE)} in {expression(t.iter, TUPLE)}')
        self.inside(t.body)
        self.otherwise(t.orelse)

    def _ExceptHandler(self, t):
        self.fill('except' + (' ' + expression(t.type) if t.type else '') + (f' as {t.name.id}' if t.name else ''))
        self.inside(t.body)

    def _FunctionDef(self, t, word='def'):
        self.decorators(t)
        self.fill(f'{word} {t.name}({arguments(t.args)})' + (f' -> {expression(t.returns)}' if t.returns else ''))
        self.inside(t.body)

    def _AsyncFunctionDef(self, t):
        self._FunctionDef(t, 'async def')

    def _ClassDef(self, t):
        self.decorators(t)
        bases = ', '.join([*map(expression, t.bases), *map(keyword, t.keywords)])
        self.fill(f'class {t.name}({bases})' if bases else f'class {t.name}')
        self.inside(t.body)

    def decorators(self, t):
        if getattr(t, 'type_params', None):
            raise NotImplementedError(f'{t.name}: type parameters have no text that every version of Python reads')
        for d in t.decorator_list:
            self.fill('@' + named(d))

    def _Match(self, t):
        self.fill(f'match {expression(t.subject, TUPLE)}')
        self.enter()
        for case in t.cases:
            self.fill(f'case {pattern(case.pattern)}' + (f' if {named(case.guard)}' if case.guard else ''))
            self.inside(case.body)
        self.leave()

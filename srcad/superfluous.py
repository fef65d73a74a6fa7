"""What a text by reference does without, where it can: functions of elsewhere as values, and the adjoints by memory.

A function that is only handed about and compared, `g is wave`, may be any object that stands for it: `wave_primal`,
which is in the text anyway. And where every adjoint is a number, nothing is kept by memory: no function needs `bars`.
"""

import gast

from srcad.adjoint import ADJOINTS
from srcad.printer import is_comment
from srcad.tree import name, transform, walk


def without_bars(definitions):
    """The definitions without the dict of adjoints, if they only hand it on.

    >>> from srcad.printer import to_source
    >>> f = 'def f_adjoint(x, bars):\\n    return x\\n'
    >>> g = 'def g_adjoint(x):\\n    bars = Adjoints()\\n    return f_adjoint(x, bars)'
    >>> print(to_source(without_bars(gast.parse(f + g).body)[1]).strip())
    def g_adjoint(x):
        return f_adjoint(x)
    """
    made = {s.targets[0].id for d in definitions for s in d.body if makes_adjoints(s)}
    if len(made) != 1:
        return definitions
    (bars,) = made
    handed = [a for d in definitions for n in walk(d) if is_adjoint_call(n) for a in n.args]
    takes = {d.name: {p.id for p in d.args.args} for d in definitions}
    calls = [n for d in definitions for n in walk(d) if is_adjoint_call(n)]
    given = [n.func.id for n in calls if bars in {getattr(a, 'id', None) for a in n.args}]
    if not all(bars in takes.get(f, {bars}) for f in given):  # one has it under another name
        return definitions
    mine = {id(p) for d in definitions for p in d.args.args} | {id(a) for a in handed}
    mine |= {id(s.targets[0]) for d in definitions for s in d.body if makes_adjoints(s)}
    if any(isinstance(n, gast.Name) and n.id == bars and id(n) not in mine for d in definitions for n in walk(d)):
        return definitions

    def without(n):
        if is_adjoint_call(n):
            args = [transform(a, without) for a in n.args if getattr(a, 'id', None) != bars]
            return gast.Call(n.func, args, n.keywords)
        return None

    out = []
    for d in definitions:
        body = [transform(s, without) for s in d.body if not makes_adjoints(s)]
        params = [p for p in d.args.args if p.id != bars]
        args = gast.arguments(params, [], None, [], [], None, [])
        out.append(gast.FunctionDef(d.name, args, body or [gast.Pass()], [], None, None, []))
    return out


def fetched_once(definitions):
    """The definitions without `bx = bars[x]` where bx is that already.

    >>> from srcad.printer import to_source
    >>> lines = ['def f_adjoint(x):', 'bars = Adjoints()', 'bx = bars[x]', 'bx += 1', 'bx = bars[x]', 'return bx']
    >>> print(to_source(fetched_once(gast.parse('\\n    '.join(lines)).body)[0]).strip())
    def f_adjoint(x):
        bars = Adjoints()
        bx = bars[x]
        bx += 1
        return bx
    """
    made = {s.targets[0].id for d in definitions for s in d.body if makes_adjoints(s)}
    out = []
    for d in definitions:
        mine = {s.targets[0].id for s in d.body if makes_adjoints(s)} | {p.id for p in d.args.args[-1:]} & made
        out.append(gast.FunctionDef(d.name, d.args, without_fetches(d.body, {}, mine), [], None, None, []))
    return out


def without_fetches(block, known, bars):
    """A block without fetches of the `known`, {bx: x}, which learns what is fetched and forgets what is assigned."""
    out = []
    for s in block:
        fetched = fetch(s, bars)
        if fetched and known.get(fetched[0]) == fetched[1]:
            continue
        if isinstance(s, (gast.For, gast.While, gast.If, gast.With)):
            before = dict(known)
            if isinstance(s, (gast.For, gast.While)):
                forget(known, [s], bars)
            s = with_blocks(s, lambda b: without_fetches(b, dict(known), bars) or b)
            known.clear()
            known.update(before)
        forget(known, [s], bars)
        if fetched:
            known[fetched[0]] = fetched[1]
        while is_comment(s) and out and is_comment(out[-1]):
            out.pop()
        out.append(s)
    while out and is_comment(out[-1]):
        out.pop()
    return out


def with_blocks(s, f):
    """A compound statement with other blocks."""
    new = s.__class__.__new__(s.__class__)
    new.__dict__.update(s.__dict__)
    for field in ('body', 'orelse'):
        if getattr(s, field, None):
            setattr(new, field, f(getattr(s, field)))
    return new


def forget(known, statements, bars):
    """Leave out what statements may assign; a fetch of what is known assigns the same."""
    again = {id(n.targets[0]) for s in statements for n in walk(s) if (f := fetch(n, bars)) and known.get(f[0]) == f[1]}
    in_place = {id(n.target) for s in statements for n in walk(s) if isinstance(n, gast.AugAssign)}
    names = {
        n.id
        for s in statements
        for n in walk(s)
        if isinstance(n, gast.Name) and not isinstance(n.ctx, gast.Load) and id(n) not in again | in_place
    }
    for b in [b for b, x in known.items() if b in names or x in names]:
        del known[b]


def fetch(s, bars):
    """(bx, x) of `bx = bars[x]`."""
    v = s.value if isinstance(s, gast.Assign) else None
    if isinstance(v, gast.Subscript) and getattr(v.value, 'id', None) in bars and isinstance(v.slice, gast.Name):
        return (s.targets[0].id, v.slice.id) if isinstance(s.targets[0], gast.Name) else None
    return None


def makes_adjoints(s):
    return (
        isinstance(s, gast.Assign)
        and isinstance(s.value, gast.Call)
        and getattr(s.value.func, 'id', '') in ADJOINTS
    )


def is_adjoint_call(n):
    return isinstance(n, gast.Call) and getattr(n.func, 'id', '').endswith('_adjoint')


def with_primals(definitions, functions):
    """The definitions with `f_primal` for the functions {f: f_primal}; None if one is called, or goes elsewhere."""
    params = {d.name: [p.id for p in d.args.args] for d in definitions}
    ours, theirs = set(functions), {d.name for d in definitions}
    while True:
        safe, more = set(), set()
        for d in definitions:
            for n in walk(d):
                if isinstance(n, gast.Assign) and isinstance(n.value, gast.Name) and n.value.id in ours:
                    safe.add(id(n.value))
                    more |= {t.id for t in n.targets if isinstance(t, gast.Name)}
                elif isinstance(n, gast.Call) and getattr(n.func, 'id', '').endswith('_primal') and n.func.id in params:
                    given = [
                        (p, a) for p, a in zip(params[n.func.id], n.args) if isinstance(a, gast.Name) and a.id in ours
                    ]
                    safe |= {id(a) for _, a in given}
                    more |= {p for p, _ in given}
                elif isinstance(n, gast.Return):
                    kept = saved(d, n, params)
                    safe |= {id(e) for e, _ in kept}
                    more |= {p for e, p in kept if getattr(e, 'id', None) in ours}
                elif isinstance(n, gast.Compare) and isinstance(n.ops[0], gast.Is):
                    sides = [n.left, *n.comparators]
                    safe |= {id(e) for e in sides if all(getattr(e, 'id', None) in ours for e in sides)}
        if more <= ours:
            break
        ours |= more
    if not all(stay_ours(d, ours, params, definitions) for d in definitions):
        return None
    for d in definitions:
        safe |= {id(p) for p in d.args.args}
        local = {n.id for n in walk(d) if isinstance(n, gast.Name) and not isinstance(n.ctx, gast.Load)}
        for n in walk(d):
            if isinstance(n, gast.Call) and isinstance(n.func, gast.Name) and n.func.id in local - theirs:
                return None
            if isinstance(n, gast.Name) and n.id in ours and isinstance(n.ctx, gast.Load) and id(n) not in safe:
                return None
    swap = lambda n: name(functions[n.id]) if isinstance(n, gast.Name) and n.id in functions else None
    return [transform(d, swap) for d in definitions]


def saved(d, s, params):
    """What a primal hands its adjoint, with the names that it has there."""
    last = s.value.elts[-1] if isinstance(s.value, gast.Tuple) and s.value.elts else None
    theirs = params.get(d.name.removesuffix('_primal') + '_adjoint', ()) if d.name.endswith('_primal') else ()
    return list(zip(last.elts, theirs)) if isinstance(last, gast.Tuple) else []


def stay_ours(d, ours, params, definitions):
    """Whether the names that may mean one of the functions mean nothing else: they get it from each other only."""
    is_ours = lambda e: getattr(e, 'id', None) in ours
    good = {
        id(n.targets[0])
        for n in walk(d)
        if isinstance(n, gast.Assign)
        and (is_ours(n.value) or isinstance(n.value, gast.Constant) and n.value.value is None)
    }
    if any(
        isinstance(n, gast.Name) and isinstance(n.ctx, gast.Store) and n.id in ours and id(n) not in good
        for n in walk(d)
    ):
        return False
    mine = [k for k, p in enumerate(params[d.name]) if p in ours]
    if d.name.endswith('_adjoint'):
        primal = next((p for p in definitions if p.name == d.name.removesuffix('_adjoint') + '_primal'), None)
        given = [
            e for n in walk(primal) if isinstance(n, gast.Return) for e, p in saved(primal, n, params) if p in ours
        ]
        return bool(given or not mine) and all(map(is_ours, given))
    calls = [
        n
        for other in definitions
        for n in walk(other)
        if isinstance(n, gast.Call) and getattr(n.func, 'id', '') == d.name
    ]
    return (
        not mine
        or bool(calls)
        and all(len(c.args) > max(mine) and all(is_ours(c.args[k]) for k in mine) for c in calls)
    )

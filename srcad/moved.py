"""What lies outside and is written, as attributes of the object that a run has for it."""

import gast

from srcad.analysis.outside import of_attribute, of_variable
from srcad.lower.scopes import Captured, Variables
from srcad.tree import Ours, all_names, call, constant, free_names, name, transform, walk


def moved(instance):
    """Rewrite an instance's tree: what is at a place is an attribute of the object; whether anything was."""
    found = instance.inference.moved
    text = instance.inference.places.name_in(instance.source)
    done = []

    def rewritten(n):
        if n not in found or isinstance(n, gast.Attribute) and not is_read_only(n.value, instance.inference):
            return None
        done.append(n)
        if isinstance(n, gast.Call):
            made = call(Ours('hasattr', hasattr), name(text), constant(found[n].text))
        else:
            made = gast.Attribute(name(text), found[n].text, n.ctx)
        return gast.copy_location(made, n)

    instance.tree.body = [transform(s, rewritten) for s in instance.tree.body]
    return bool(done)


def is_read_only(owner, inference):
    """Whether the owner of an attribute is a name, or reached from one by attributes that run nothing."""
    while isinstance(owner, gast.Attribute) and owner not in inference.calls:
        owner = owner.value
    return isinstance(owner, (gast.Name, Ours))


def all_moved(instance):
    """Refuse what lies outside and is written where its owner is computed first."""
    for n in walk(instance.tree):
        if n in instance.inference.moved:
            instance.inference.refuse('srcad follows what is written outside by names: give its owner one', n)


def inner_functions(instance, places):
    """Functions that stay within a function read the object's attributes too."""
    inference = instance.inference
    own = inference.locals | set(instance.params)
    text = places.name_in(instance.source)

    def rewritten(n):
        owner = getattr(getattr(n, 'value', None), 'value_of', None)
        if isinstance(owner, (Captured, Variables)):
            key, _ = of_attribute(owner, n.attr, places.by_key)
        elif isinstance(n, gast.Name) and n.id in free:
            key, _ = of_variable(instance.source, n.id)
        else:
            return None
        place = places.by_key.get(key)
        return place and gast.copy_location(gast.Attribute(name(text), place.text, n.ctx), n)

    for f in [f for s in instance.tree.body for f in walk(s) if isinstance(f, gast.FunctionDef)]:
        free = free_names(f) - own
        f.body = [transform(s, rewritten) for s in f.body]


def hand_on(instances, places):
    """Leave the object to the functions that use it, or call one that does."""
    for i in instances:
        inner_functions(i, places)
    calls = {i: [c for c in i.inference.calls.values() if getattr(c, 'instance', None) is not None] for i in instances}
    defaults = {i: [a for c in calls[i] for a in c.args[1:]] for i in instances}  # those that a call leaves out
    users = {i for i in instances if any(i.outside in all_names(tree) for tree in (i.tree, *defaults[i]))}
    while more := {i for i in instances if i not in users and any(c.instance in users for c in calls[i])}:
        users |= more
    for i in instances:
        for c in calls[i]:
            if c.instance not in users:
                c.args = c.args[1:]
    for i in set(instances) - users:
        i.params, i.captured, i.outside = i.params[1:], i.captured[1:], None

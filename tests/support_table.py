"""What is supported and what is refused, for the README: python -m tests.support_table --update

The first table counts the programs of tests/corpus, each of which tests/test_corpus.py tests; the second is what
golden/errors holds.
"""
import argparse
import pathlib

from tests.corpus import cases, modules

ROOT = pathlib.Path(__file__).resolve().parents[1]
README = ROOT / 'README.md'
BEGIN, END = '<!-- python -m tests.support_table --update -->\n', '<!-- end of what tests.support_table writes -->\n'

# What the modules of the corpus are about, a row for each kind of construct.
ROWS = {
    'expressions lazy lang_expressions texts_of_constants dates_and_times in_every_order taken_at_once': 'all operators; ternaries, `and`, `or`, chained comparisons as lazy as Python is; walrus, '
    'f-strings, comprehensions, generators given to `sum`, `sorted`, `map`, `filter`, `reduce`, itertools',
    'branches loops_for loops_while loops_nested loops_left exits early_returns': '`if`, `for`, `while`, `else` of loops; `break`, `continue`, `return` anywhere',
    'lang_statements generators generators_mixed functions_in_generators generators_delegated texts_put_elsewhere generators_that_catch patterns_put_elsewhere contexts_of_objects exceptions exceptions_carried': '`match`, `with`, `try`, `raise`, `assert`, `del`, `global`, `nonlocal`, imports, generators',
    'calls recursion closures_globals arrays_of_the_module buffers_of_arguments lang_calls names_of_builtins functions_as_values operators_by_name registries unknown_calls names_not_there grown_arguments callables_in_turn methods_with_caches arguments_in_their_order sums_one_by_one arities_in_turn random_numbers drawn_by_parameters stars stars_evaluated keys_of_any_name partials_of_the_module defaults_written': 'helpers with every kind of parameter, stars, defaults, recursion, closures, '
    'lambdas, decorators, callbacks, functions as values',
    'outside outside_in_recursions': 'what lies outside the function and is written, for the time of a run: globals, objects and arrays of modules, '
    'attributes of classes and functions, variables of functions that have run',
    'objects classes_inside dataclass_fields attributes_by_class asked_by_class objects_beside_containers methods_that_give_none kept_one_thing attributes_run_over attributes_set_by_classes computed_when_read documents as_people_write_them errors_that_tell options_of_several_kinds inherited_containers attributes_as_dicts numbers_beside_objects': 'classes of your own: methods, properties, operators, inheritance, `super()`, state that changes',
    'lists tuples tuples_any_length named_tuples_in_turn dicts copies containers_args fields_read containers_changed containers_grown containers_mixed lists_changed kinds by_name library': 'lists, tuples, dicts, deques, namedtuples, dataclasses and objects, as arguments '
    'with gradients in the same structure, built and changed on the way, under two names',
    'arrays_read array_functions library_functions library_arguments arguments_or_none numpy_functions axes_of_constants orders_of_arrays': 'elements, slices, masks, index arrays, views, broadcasting; the functions and methods of NumPy that have a row',
    'arrays_write arrays_changed array_views arrays_anew arrays_restored rows_in_loops kept_versions names_of_arrays': 'arrays written in place: elements, slices, `+=`, `out=`, `np.add.at`, through views, swapped buffers, attributes, helpers',
    'lang_numbers integers_within complex_numbers real_or_complex no_axes': 'float32, integers, NumPy numbers, arrays without axes or elements, complex numbers between real ones',
    'mixed_algorithms mixed_data mixed_physics mixed_science mixed_everyday mixed_methods mixed_projects': 'programs of the size people write: solvers, factorisations, filters, likelihoods, networks, orbits',
    'halfway_made failing_halfway failing_arguments failing_values failing_again failing_stars failing_axes changed_on_the_way_out arrays_left_by_exits left_of_a_try left_by_handlers values_of_exceptions': 'what fails and is caught: calls that have written, values of exceptions, retries, loops left from within',
    'helpers_that_write methods_handed_in single_dispatch made_outside inner_functions_called names_of_inner_functions captured_functions captured_again captured_classes decorated_methods optional_functions keys_or_none options_in_turn options_of_dicts stars_and_options none_in_turn none_of_objects attributes_asked_for': 'functions and methods as values: captured, decorated, handed in, optional, chosen by class, with options',
    'first_found iterators_kept changed_while_run_over generators_handed_on failing_iterators rows_joined': 'iterators that are kept, handed on, changed while they run, or fail',
    'kinds_in_turn tokens rows_of_several_kinds axes_in_turn arrays_or_numbers without_axes_in_turn chosen_in_turn indices_of_unknown_axes indices_by_tuple known_later told_by_type items_in_turn parts_in_turn by_the_row sums_and_copies masked_ufuncs': 'values of several kinds in turn; arrays of unknown axes; masks',
    'lists_of_arrays lists_made_arrays lists_beside_arrays lists_or_tuples lists_or_arrays lists_beside_numbers numbers_or_containers objects_of_constants lists_of_constants constants_with_two_names given_objects methods_of_arguments fitting_classes changed_inside enum_members named_tuple_operators sets_of_objects dicts_of_pairs keys_with_derivatives trees_of_dicts trees_of_parameters trees_run_over arrays_by_key linked_lists fields_as_dicts containers_of_their_kind': 'objects and containers: constants among them, given ones, sets, trees, named tuples, enums',
    'shadowed_names names_of_generators private_names names_of_the_module names_in_other_ways names_in_turn slices_with_names variables_apart targets_in_targets read_before written_after read_behind_loops': 'one name for several things, and several for one; what is read before, after and behind loops',
    'beyond found found_later found_again found_lately found_in_november found_at_last library_found found_in_combination found_in_winter found_in_a_winter found_in_advent found_beside found_in_packages found_in_december found_on_the_last_day': 'what goes beyond the other modules, and programs whose gradients were wrong once',
}


def programs(module):
    return sorted({case.rpartition('-')[0] for case, *_ in cases(module)})


def tables():
    """The text between the two markers."""
    names = [name for row in ROWS for name in row.split()]
    assert sorted(names) == modules(), 'each module of the corpus stands in one row'
    lines = ['| part of Python | what of it | programs |', '|---|---|---|']
    for row, text in ROWS.items():
        all_of = [p for name in row.split() for p in programs(name)]
        subject = ', '.join(f'[{name}](tests/corpus/{name}.py)' for name in row.split())
        lines.append(f'| {subject} | {text} | {len(all_of)} |')
    lines += ['', '| what is refused, each with its message in [golden/errors/](golden/errors) |', '|---|']
    kinds = [(path.stem, path.read_text().split('"""')[1].strip().rstrip('.')) for path in sorted((ROOT / 'golden' / 'errors').glob('*.py'))]
    lines.append('| ' + '; '.join(f'[{decapitalised(text)}](golden/errors/{name}.txt)' for name, text in kinds) + ' |')
    return '\n'.join(lines) + '\n'


def decapitalised(text):
    return text if text[1:2].isupper() or text.startswith('NameError') else text[0].lower() + text[1:]


def split(text):
    """The README before, between and after the markers."""
    before, begin, rest = text.partition(BEGIN)
    between, end, after = rest.partition(END)
    assert begin and end, 'the README has lost its markers'
    return before + begin, between, end + after


def main():
    parser = argparse.ArgumentParser(prog='python -m tests.support_table', description=__doc__.splitlines()[0])
    parser.add_argument('--update', action='store_true', help='write the tables into the README')
    if parser.parse_args().update:
        before, _, after = split(README.read_text(encoding='utf-8'))
        README.write_text(before + tables() + after, encoding='utf-8')
    else:
        print(tables(), end='')


if __name__ == '__main__':
    main()

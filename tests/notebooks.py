"""Runs the cells of a notebook without Jupyter, and answers their outputs in the notebook's own form."""
import ast
import contextlib
import io
import warnings


def run_cells(sources):
    """The outputs of each cell: what is printed, the value of a last expression, warnings, an error."""
    names = {}
    return [run_cell(source, names) for source in sources]


def run_cell(source, names):
    tree, outputs = ast.parse(source), []
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed, value, error = io.StringIO(), None, None
    with warnings.catch_warnings(record=True) as seen, contextlib.redirect_stdout(printed):
        warnings.simplefilter('always')
        try:
            exec(compile(tree, 'cell', 'exec'), names)
            if last is not None:
                value = eval(compile(ast.Expression(last.value), 'cell', 'eval'), names)
        except Exception as raised:
            error = raised
    if seen:
        outputs.append(stream('stderr', ''.join(f'{w.category.__name__}: {w.message}\n' for w in seen)))
    if printed.getvalue():
        outputs.append(stream('stdout', printed.getvalue()))
    if value is not None:
        data = {'text/plain': repr(value).splitlines(True)}
        outputs.append({'output_type': 'execute_result', 'data': data, 'execution_count': None, 'metadata': {}})
    if error is not None:
        name, text = type(error).__name__, str(error)
        outputs.append({'output_type': 'error', 'ename': name, 'evalue': text, 'traceback': [f'{name}: {text}']})
    return outputs


def stream(name, text):
    return {'output_type': 'stream', 'name': name, 'text': text.splitlines(True)}

"""examples/tensor_notebook.ipynb: its cells print, answer, warn and raise what the notebook shows."""
import json
import pathlib

from tests.notebooks import run_cells

NOTEBOOK = pathlib.Path(__file__).resolve().parents[1] / 'examples' / 'tensor_notebook.ipynb'


def test_cells():
    cells = [cell for cell in json.loads(NOTEBOOK.read_text())['cells'] if cell['cell_type'] == 'code']
    outputs = run_cells([''.join(cell['source']) for cell in cells])
    for cell, got in zip(cells, outputs):
        assert got == cell['outputs'], ''.join(cell['source'])


def test_what_the_cells_answer():
    # Written here once more, so that a notebook that was run again cannot hide a change.
    text = NOTEBOOK.read_text()
    for line in ('tensor(8.6000, dtype=srcad.float64)', 'a leaf Variable that requires grad is being used in an in-place',
                 "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.", 'array(4.3)',
                 'The .grad attribute of a Tensor that is not a leaf Tensor is being accessed.', '1324555.4603'):
        assert line in text

"""`python -m tests.tensor.record`, where PyTorch is installed: writes what it answers to each program."""
import json

from tests.tensor.harness import EXPECTED, differs, run, snippets


def main():
    import torch

    torch.set_num_threads(1)
    answers = {name: run(f, torch) for name, f in snippets().items() if not differs(f)}
    EXPECTED.write_text(json.dumps(answers, indent=0, sort_keys=True) + '\n')
    print(len(answers), 'programs, PyTorch', torch.__version__)


if __name__ == '__main__':
    main()

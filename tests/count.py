#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts single test cases in meson's testlog.json files: count.py LOG…

Names every case that failed; the last line is “N passed, N failed”.  A program that crashed, ran
out of time or stopped before its plan was done fails in one case more; a skipped case is a failed
one, for every test here is meant to run.
"""

import json
import re
import sys

CASE = re.compile(r'^(not )?ok\b[ \t]*\d*[ \t]*(.*)$', re.MULTILINE)
PLAN = re.compile(r'^1\.\.(\d+)', re.MULTILINE)
SKIPPED = re.compile(r'#\s*skip', re.IGNORECASE)


def cases(program):
    """Yields whether a case passed, and its name, for each one that the program ran."""
    for case in CASE.finditer(program.get('stdout', '')):
        yield not (case[1] or SKIPPED.search(case[2])), case[2]


def count(program):
    """Returns the number of cases that passed and the names of those that did not."""
    name = program['name']
    fine = program['result'] == 'OK'
    plan = PLAN.search(program.get('stdout', ''))
    if plan is None:
        return (1, []) if fine else (0, [f'{name}: {program["result"]}'])
    passed, failed = 0, []
    for good, case in cases(program):
        if good:
            passed += 1
        else:
            failed.append(f'{name}: {case}')
    if passed + len(failed) < int(plan[1]) or not (fine or failed):
        failed.append(f'{name}: {program["result"]} after {passed + len(failed)} of {plan[1]} cases')
    return passed, failed


def main(logs):
    passed, failed = 0, []
    for log in logs:
        with open(log, encoding='utf-8') as lines:
            for line in lines:
                more_passed, more_failed = count(json.loads(line))
                passed += more_passed
                failed += more_failed
    for case in failed:
        print(f'failed: {case}')
    print(f'{passed} passed, {len(failed)} failed')
    return 1 if failed or passed == 0 else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))

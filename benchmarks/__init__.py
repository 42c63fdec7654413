"""How fast the program is, beside bare programs that do the same; see ``python -m benchmarks -h``.

These are benchmarks and not tests: no time measured here decides whether a change is good.
"""

# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes and checks the tables of names: run `generate` in the folder above."""

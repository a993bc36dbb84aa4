"""Accuracy of every part on the benchmarks beside the checkout, held against the floors."""

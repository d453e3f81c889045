"""Users API.

A request passes `middleware`, is routed by `routes`, read by the dependencies of `extract`, handled
by `handlers` (HTTP only), and decided by `services`, which ask `generated.db`.
"""

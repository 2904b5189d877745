"""Folders and lists of addresses that are looked at on a schedule; what is new in them becomes drafts.

Only what the settings allow is read, and nothing is published: that staff do.
"""

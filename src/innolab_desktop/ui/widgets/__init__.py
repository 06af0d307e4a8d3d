"""Small widgets without knowledge of services; one public class per module.

Everything shown here is plain text.
"""

"""News goes in as bytes and comes out as checked, published JSON-LD.

bytes       Article      Annotations                  Graph         Findings      Publications      Receipts
normalize -> annotate -> (identities settled) -> mapping -> validate -> publish -> outbox -> deliver
"""

__version__ = "0.1.0"

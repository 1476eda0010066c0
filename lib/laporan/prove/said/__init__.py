"""What the report says, proven once in the executed document before any format is made."""

from laporan.prove.said.basis import Basis, basis_of
from laporan.prove.said.proof import Document, Said, Unproven, prove_said

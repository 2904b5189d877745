"""The library: every original file, what people say of it, and which of them the public index is made of.

library/
  catalogue.sqlite           documents, what was done to them by whom, publications
  originals/ab/ab12….pdf     every file that was added, named by the SHA-256 of its bytes; never changed
  .publishing                held while someone publishes or rolls back

The index changes when somebody publishes, and at no other moment.
"""

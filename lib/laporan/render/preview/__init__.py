"""The report seen while it is written: a page that follows notebook, code and data.

``watched`` tells what changed; ``warm_notebook`` runs the changed cell and all below it in a kernel
that stays; ``in_kernel`` is what happens there, page included, so that new code is taken up as a
whole when the kernel begins anew; ``page_server`` hands the page to one's own browser; ``session``
joins them.
"""

from laporan.render.preview.session import preview

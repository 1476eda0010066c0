// What a figure says of itself, as a note: it can be pointed at, and Escape closes it. The figures
// of a table, or of a section's text, are one stop of Tab; arrow keys go from one to the next.
(() => {
  const figures = [...document.querySelectorAll("[data-ket]")];
  const main = document.querySelector("main");
  if (!main || !figures.length) return;
  const note = document.createElement("div"), text = document.createElement("p");
  const keys = document.createElement("p");
  note.id = "keterangan";
  note.setAttribute("role", "tooltip");
  note.hidden = true;
  keys.textContent = "Tombol panah: angka lain. Ctrl+C: salin dengan sumbernya. Esc: tutup.";
  note.append(text, keys);
  main.append(note);
  document.documentElement.classList.add("bercatatan");

  let told = null, timer = 0;
  const show = (figure, byKeyboard) => {
    clearTimeout(timer);
    if (told !== figure) told?.removeAttribute("aria-describedby");
    told = figure;
    figure.setAttribute("aria-describedby", note.id);
    text.textContent = figure.dataset.ket;
    keys.hidden = !byKeyboard;
    note.hidden = false;
    place();
  };
  // Never over the figure itself.
  const place = () => {
    const bottom = told?.getBoundingClientRect().bottom ?? 0;
    note.classList.toggle("atas", bottom > innerHeight - note.offsetHeight - 8);
  };
  document.addEventListener("scroll", place, { passive: true });
  const hide = () => {
    clearTimeout(timer);
    told?.removeAttribute("aria-describedby");
    told = null;
    note.hidden = true;
  };

  const groups = new Map();
  for (const figure of figures) {
    const group = figure.closest("table") ?? figure.closest("section.level2") ?? main;
    groups.set(group, [...(groups.get(group) ?? []), figure]);
  }
  const groupOf = (figure) => [...groups.values()].find((group) => group.includes(figure));
  const seen = (group) => group.filter((figure) => figure.getClientRects().length)
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  const stopAt = (group, figure) => group.forEach((each) => { each.tabIndex = each === figure ? 0 : -1; });
  const settle = () => {
    for (const group of groups.values()) {
      const shown = seen(group);
      if (!shown.some((figure) => figure.tabIndex === 0) || group.filter((f) => f.tabIndex === 0).length > 1)
        stopAt(group, shown[0]);
    }
  };
  settle();
  document.addEventListener("input", settle);

  // Where an arrow key leads: in a table up and down keep to the column.
  const next = (figure, key) => {
    const shown = seen(groupOf(figure)), at = shown.indexOf(figure), cell = figure.cellIndex;
    if (key === "Home") return shown[0];
    if (key === "End") return shown.at(-1);
    if (key === "ArrowRight") return shown[at + 1];
    if (key === "ArrowLeft") return shown[at - 1];
    const way = key === "ArrowDown" ? shown.slice(at + 1) : shown.slice(0, at).reverse();
    if (!figure.closest("table")) return undefined;
    return way.find((each) => each.cellIndex === cell) ?? (cell === undefined ? way[0] : undefined);
  };
  const KEYS = ["Home", "End", "ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"];
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !note.hidden) hide();
    const figure = document.activeElement;
    if (!figure?.matches("[data-ket]") || !KEYS.includes(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = next(figure, event.key);
    if (!target) return;
    event.preventDefault();
    target.focus();
  });
  // With nothing selected, what is copied is the figure that is told of, and where it stands.
  document.addEventListener("copy", (event) => {
    if (!told || String(getSelection())) return;
    const place = told.closest("[id]")?.id ?? "", page = location.href.split("#")[0];
    event.clipboardData.setData("text/plain", `${told.textContent.trim()}. ${told.dataset.ket}\n${page}#${place}`);
    event.preventDefault();
  });
  document.addEventListener("focusin", (event) => {
    if (!event.target.matches?.("[data-ket]")) return;
    stopAt(groupOf(event.target), event.target);
    show(event.target, event.target.matches(":focus-visible"));
  });
  document.addEventListener("focusout", (event) => { if (event.target === told) hide(); });
  document.addEventListener("pointerover", (event) => {
    const figure = event.target.closest?.("[data-ket]");
    if (figure) show(figure, false);
    else if (note.contains(event.target)) clearTimeout(timer);
    else if (told && told !== document.activeElement) {
      clearTimeout(timer);
      timer = setTimeout(hide, 400);
    }
  });
})();

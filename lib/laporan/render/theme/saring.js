// The filter: tickets of one group or of two at once, from the table that its link holds. Cells that
// are not in that table were left out, as they would tell of few; three groups at once never were in it.
(() => {
  const box = document.querySelector(".saring"), link = box?.querySelector("a[download]");
  if (!link) return;
  const { head, rows } = readTable(link), groups = head.slice(0, -1);
  const whole = box.dataset.lengkap, ENOUGH = 20; // no share of fewer
  const keyOf = (chosen) => groups.map((group) => chosen[group] ?? "").join("\u0000");
  const counted = new Map(rows.map((row) => [row.slice(0, -1).join("\u0000"), +row.at(-1)]));
  const count = (chosen) => {
    const names = groups.filter((group) => chosen[group]);
    return counted.get(keyOf(chosen)) ?? (names.join(" ") === whole ? 0 : undefined);
  };
  const namesOf = (group) => {
    const at = groups.indexOf(group);
    const own = rows.filter((row) => row[at] && row.slice(0, -1).filter(Boolean).length === 1);
    // Hours in their order, all else by how many.
    if (group !== "jam") own.sort((a, b) => b.at(-1) - a.at(-1));
    return own.map((row) => row[at]);
  };
  const title = (text) => text[0].toUpperCase() + text.slice(1);
  const share = (part, base) => base < ENOUGH ? "" : written(100 * part / base, 2) + "%";

  const form = document.createElement("fieldset"), legend = document.createElement("legend");
  const told = document.createElement("p"), shown = document.createElement("div");
  legend.append("Pilih satu kelompok, atau dua sekaligus");
  form.append(legend);
  told.setAttribute("role", "status");
  const field = (name, options) => {
    const label = document.createElement("label"), select = document.createElement("select");
    for (const [value, text] of options) select.add(new Option(text, value));
    label.append(name, select);
    form.append(label);
    select.addEventListener("change", () => show());
    return select;
  };
  const selects = Object.fromEntries(groups.map((group) => [group, field(title(group), [
    ["", "Semua " + group], ...namesOf(group).map((name) => [name, name]),
  ])]));
  const by = field("Rinci menurut", groups.map((group) => [group, title(group)]));

  const show = () => {
    const chosen = Object.fromEntries(groups.map((group) => [group, selects[group].value]));
    const names = groups.filter((group) => chosen[group]), full = names.length === 2;
    for (const group of groups) selects[group].disabled = full && !chosen[group];
    for (const option of by.options) option.disabled = Boolean(chosen[option.value]);
    by.disabled = full;
    if (by.selectedOptions[0]?.disabled) by.value = groups.find((group) => !chosen[group]);
    const number = count(chosen), label = names.map((group) => chosen[group]).join(", ");
    told.textContent = (label || "Seluruh tiket") + ": " + (number === undefined
      ? "tidak ditampilkan, agar yang sedikit tidak dapat dikenali." : written(number) + " tiket.");
    if (number !== undefined) {
      // Of one group the share of all, of two that of each.
      const bases = full ? names.map((group) => ({ [group]: chosen[group] })) : names.map(() => ({}));
      for (const base of bases) {
        const part = share(number, count(base)), name = Object.values(base)[0] ?? "seluruh tiket";
        if (part) told.textContent += " " + part + " dari " + name + ".";
      }
    }
    shown.replaceChildren();
    if (full) return;
    const listed = namesOf(by.value).map((name) => [name, count({ ...chosen, [by.value]: name })])
      .filter(([, part]) => part);
    const rest = number - listed.reduce((sum, [, part]) => sum + part, 0);
    if (by.value !== "jam") listed.sort((a, b) => b[1] - a[1]);
    if (rest) listed.push(["Yang tidak ditampilkan", rest]);
    const cells = listed.map(([name, part]) => [name, written(part), share(part, number) || "–"]);
    const table = makeTable((label ? "Tiket " + label : "Seluruh tiket") + " menurut " + by.value,
      [title(by.value), "Tiket", "Bagian"], cells, new Set([1, 2]));
    if (rest) table.tBodies[0].lastElementChild.className = "jumlah";
    const scrolled = document.createElement("div");
    scrolled.className = "gulir";
    scrolled.tabIndex = 0;
    scrolled.setAttribute("role", "region");
    scrolled.setAttribute("aria-label", "Hasil saringan");
    scrolled.append(table);
    shown.append(scrolled);
    table.dispatchEvent(new Event("tabel", { bubbles: true }));
  };
  link.closest("p").before(form, told, shown);
  show();
})();

// Charts grow, turn into the table that they are drawn from, and are copied with their source.
(() => {
  const dialog = document.createElement("dialog"), close = document.createElement("button");
  const room = document.createElement("div"), told = document.createElement("p");
  dialog.className = "besar";
  dialog.setAttribute("aria-label", "Gambar diperbesar");
  close.type = "button";
  close.append("Tutup");
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.append(close, room, told);
  document.body.append(dialog);

  const button = (name, box, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.append(name);
    made.addEventListener("click", () => act(made));
    box.append(made);
    return made;
  };
  const said = (box) => {
    const caption = box.querySelector("figcaption") ?? box.querySelector("caption");
    return caption.textContent.replace(/\s+/g, " ").trim();
  };

  const enlarge = (figure) => {
    room.replaceChildren(figure.querySelector("svg.luas").cloneNode(true));
    told.textContent = said(figure);
    dialog.showModal();
  };

  // The same figures as a table, made when it is first asked for.
  const turn = (figure, link, made) => {
    let box = figure.querySelector(".gulir");
    if (!box) {
      const { head, rows } = readTable(link);
      const right = new Set(head.keys().filter((at) => rows.every((row) => !row[at] || !isNaN(row[at]))));
      const cell = (text, at) => text && right.has(at) ? (+text).toLocaleString("id-ID", { maximumFractionDigits: 2 }) : text;
      box = document.createElement("div");
      box.className = "gulir";
      box.tabIndex = 0;
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", "Data " + figure.querySelector(".tajuk").textContent.trim());
      const table = makeTable("Data yang digambar", head, rows.map((row) => row.map(cell)), right);
      box.append(table);
      box.hidden = true;
      figure.prepend(box);
      table.dispatchEvent(new Event("tabel", { bubbles: true }));
    }
    box.hidden = !box.hidden;
    figure.classList.toggle("ditabelkan", !box.hidden);
    made.textContent = box.hidden ? "Lihat sebagai tabel" : "Lihat sebagai grafik";
  };

  const copy = async (box, made) => {
    const page = location.href.split("#")[0], name = made.textContent;
    await navigator.clipboard.writeText([said(box), document.title, page + "#" + box.id].join("\n"));
    made.textContent = "Tersalin";
    setTimeout(() => { made.textContent = name; }, 2000);
  };

  for (const box of document.querySelectorAll("main figure[id], main .tabel[id]")) {
    const tools = box.querySelector(".unduh p"), link = tools?.querySelector("a[download]");
    if (!link || !box.querySelector("figcaption, caption")) continue;
    if (box.querySelector("svg.luas")) {
      button("Perbesar", tools, () => enlarge(box));
      button("Lihat sebagai tabel", tools, (made) => turn(box, link, made));
    }
    button("Salin dengan sumbernya", tools, (made) => copy(box, made)).setAttribute("aria-live", "polite");
  }
})();

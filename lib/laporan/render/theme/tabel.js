// Long tables are sorted by a click on a heading and searched; without this script they lack only that.
(() => {
  const BULAN = ["januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus",
    "september", "oktober", "november", "desember"];
  const SEARCHED = 12, SORTED = 5; // rows

  // What a cell is sorted by: a date, a figure in Indonesian form, or its text.
  const value = (cell) => {
    const text = (cell?.textContent ?? "").trim();
    const date = text.toLowerCase().match(/^(\d{1,2}) ([a-z]+) (\d{4})$/);
    if (date && BULAN.includes(date[2])) return (+date[3] * 12 + BULAN.indexOf(date[2])) * 31 + +date[1];
    if (/^[−-]?[\d.]+(,\d+)?%?$/.test(text))
      return parseFloat(text.replace("−", "-").replace(/[.%]/g, "").replace(",", "."));
    return text === "–" ? "" : text;
  };
  const compare = (a, b) => {
    if (a === "" || b === "") return (a === "") - (b === "");
    return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "id", { numeric: true });
  };

  const prepare = (table) => {
    const head = table.tHead?.rows, body = table.tBodies;
    const rows = [...body].flatMap((part) => [...part.rows]);
    const listed = rows.filter((row) => !row.classList.contains("jumlah"));
    const plain = head?.length === 1 && [...table.querySelectorAll("th, td")].every((c) => c.colSpan === 1 && c.rowSpan === 1);
    const whole = rows.every((row) => row.cells[0].textContent.trim() !== "⋮");
    if (!plain || !whole || listed.length < SORTED) return;
    const box = table.closest(".gulir");
    const told = document.createElement("p");
    told.className = "kabar";
    told.setAttribute("role", "status");
    [...head[0].cells].forEach((cell, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...cell.childNodes);
      cell.append(button);
      button.addEventListener("click", () => {
        const up = cell.getAttribute("aria-sort") !== "ascending";
        for (const other of head[0].cells) other.removeAttribute("aria-sort");
        cell.setAttribute("aria-sort", up ? "ascending" : "descending");
        const sorted = [...listed].sort((a, b) => {
          const [x, y] = [value(a.cells[column]), value(b.cells[column])];
          return x === "" || y === "" ? compare(x, y) : (up ? 1 : -1) * compare(x, y);
        });
        listed[0].parentNode.prepend(...sorted);
        told.textContent = "Diurutkan menurut " + button.textContent + (up ? ", naik" : ", turun");
      });
    });
    if (listed.length >= SEARCHED) {
      const label = document.createElement("label"), field = document.createElement("input");
      label.className = "cari";
      field.type = "search";
      label.append("Cari di tabel ini ", field);
      box.before(label);
      field.addEventListener("input", () => {
        const wanted = field.value.trim().toLocaleLowerCase("id");
        let count = 0;
        for (const row of listed) {
          row.hidden = !row.textContent.toLocaleLowerCase("id").includes(wanted);
          count += !row.hidden;
        }
        for (const row of rows) if (!listed.includes(row)) row.hidden = wanted !== "";
        told.textContent = wanted ? count + " dari " + listed.length + " baris" : "";
      });
    }
    box.before(told);
  };
  document.querySelectorAll("main table").forEach(prepare);
  // The filter and the charts make tables while the page is read.
  document.addEventListener("tabel", (event) => prepare(event.target));
})();

// The table that a link to take along holds: its first row, and the others; numbers as numbers.
const readTable = (link) => {
  const text = decodeURIComponent(link.getAttribute("href").split(",")[1]).replace("\ufeff", "");
  const [head, ...rows] = text.trim().split("\r\n").map((line) =>
    [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)]
      .slice(0, -1 + line.endsWith(","))
      .map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain));
  return { head, rows };
};
const written = (value, digits = 0) =>
  value.toLocaleString("id-ID", { maximumFractionDigits: digits, minimumFractionDigits: digits });

// A table of texts; columns named in `right` stand at the right.
const makeTable = (caption, head, rows, right) => {
  const table = document.createElement("table"), body = table.createTBody();
  table.createCaption().append(caption);
  const fill = (row, cells, tag) => cells.forEach((text, at) => {
    const first = tag === "th" || at === 0, cell = document.createElement(first ? "th" : "td");
    if (first) cell.scope = tag === "th" ? "col" : "row";
    if (right.has(at)) cell.style.textAlign = "right";
    cell.append(text);
    row.append(cell);
  });
  fill(table.createTHead().insertRow(), head, "th");
  for (const cells of rows) fill(body.insertRow(), cells, "td");
  return table;
};

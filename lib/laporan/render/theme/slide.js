// Each section of the report becomes as many slides as it needs, one below the other: the browser
// measures them before reveal.js starts. What is measured doesn't depend on the window, as a slide has
// a fixed size.
const susun = (() => {
  const LETTER = 18; // the smallest letter of a chart, in pixels
  const WIDE = 3 / 4; // of the slide: a chart that is less wide under its text may stand beside it
  const LITTLE = 1 / 4; // of the slide: what is left of it is used rather than so little left alone
  const HALF = 1 / 2; // of the slide: what does not fit any begins where so much is left
  const ROWS = 3; // so many rows or items begin a slide, or end one
  const TEXTS = "p, ul, ol, h3, h4", CHARTS = "figure, .berdampingan";
  const CONTINUED = " (lanjutan)";

  const make = (name, classes, ...content) => {
    const element = document.createElement(name);
    element.className = classes;
    element.append(...content);
    return element;
  };
  const copy = (element, deep) => {
    const twin = element.cloneNode(deep);
    twin.removeAttribute("id");
    return twin;
  };

  // The room of a slide within its padding.
  const room = (slide) => {
    const { top, left } = slide.getBoundingClientRect(), style = getComputedStyle(slide);
    const bottom = top + slide.clientHeight - parseFloat(style.paddingBottom);
    return { top, bottom, right: left + slide.clientWidth - parseFloat(style.paddingRight) };
  };
  const painted = (image) => Math.min(image.clientWidth, image.clientHeight * image.naturalWidth / image.naturalHeight);
  // The size of a chart's smallest letter where it is one pixel wide, as matplotlib writes it.
  const letters = new Map();
  const smallest = (image) => {
    if (!letters.has(image)) {
      const svg = image.src.startsWith("data:image/svg+xml;base64,") ? atob(image.src.split(",")[1]) : "";
      const scales = [...svg.matchAll(/scale\((0\.\d+) -0\.\d+\)/g)].map((match) => 100 * match[1]);
      letters.set(image, Math.min(...scales) / svg.match(/viewBox="0 0 ([\d.]+)/)?.[1] || Infinity);
    }
    return letters.get(image);
  };
  const fits = (slide) => {
    const { bottom, right } = room(slide);
    return [...slide.querySelectorAll(":scope > :not(.kaki), .berdampingan *")].every((element) => {
      const box = element.getBoundingClientRect();
      return box.bottom <= bottom + 0.5 && box.right <= right + 0.5;
    });
  };
  const legible = (slide) => [...slide.querySelectorAll("figure img")].every(
    (image) => !image.clientWidth || smallest(image) * painted(image) >= LETTER);
  const width = (slide) => Math.min(...[...slide.querySelectorAll("figure img")].map(painted).filter(Boolean));

  // Of an analyst's wide table a slide shows the first columns, so that no number is torn.
  const narrow = (table, full) => {
    const rows = [...table.rows], columns = rows[0].cells.length;
    if (!table.matches(".tabel-sel") || rows.some(({ cells }) => cells.length !== columns)) return;
    table.classList.add("utuh");
    for (let count = columns; count > 2 && table.offsetWidth > full; count--) {
      for (const row of rows) row.lastElementChild.remove();
      table.querySelector(".sisa")?.remove();
      table.createCaption().append(make("span", "sisa", ` (kolom 1–${count - 1} dari ${columns}; selengkapnya pada halaman dan PDF laporan)`));
    }
    table.classList.toggle("utuh", table.offsetWidth <= full);
  };

  // What a table's columns need is the same on all slides that it takes.
  const prepare = (table) => {
    const full = table.parentNode.clientWidth - 2 * parseFloat(getComputedStyle(table.parentNode).paddingLeft);
    if (table.offsetWidth > full) {
      table.classList.add("rapat");
      narrow(table, full);
    }
    const row = [...table.rows].find((one) => [...one.cells].every((cell) => cell.colSpan === 1));
    const widths = [...(row?.cells ?? [])].map((cell) => cell.getBoundingClientRect().width);
    table.querySelector("colgroup")?.remove();
    for (const cell of widths.reverse()) {
      const column = make("col", "");
      column.style.width = cell + "px";
      (table.querySelector("colgroup") ?? table.insertBefore(make("colgroup", ""), table.tHead)).prepend(column);
    }
    table.style.width = table.offsetWidth + "px";
    table.style.tableLayout = "fixed";
    const [first, ...others] = table.tBodies;
    for (const body of others) { first.append(...body.rows); body.remove(); }
  };

  // Text is parted at the end of a sentence, or else of a word.
  const partText = (element, bottom) => {
    const range = document.createRange(), cuts = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      for (const match of walker.currentNode.data.matchAll(/(\p{Ll}[.!?])?\s+/gu))
        cuts.push({ node: walker.currentNode, at: match.index + match[0].length, ends: match[1] });
    const low = (cut) => {
      range.selectNodeContents(element);
      if (cut) range.setEnd(cut.node, cut.at);
      return range.getBoundingClientRect().bottom > bottom;
    };
    const rest = copy(element);
    if (!cuts.length || !low()) return rest;
    let [fitting, end] = [0, cuts.length];
    while (fitting < end) {
      const middle = (fitting + end) >> 1;
      if (low(cuts[middle])) end = middle;
      else fitting = middle + 1;
    }
    const cut = cuts.slice(0, fitting).findLast(({ ends }) => ends) ?? cuts[Math.max(0, fitting - 1)];
    range.selectNodeContents(element);
    range.setStart(cut.node, cut.at);
    rest.append(range.extractContents());
    return rest;
  };
  const partRow = (row, bottom) => {
    const rest = copy(row);
    // The first cell says of what the row is.
    [...row.cells].forEach((cell, column) => rest.append(column ? partText(cell, bottom) : copy(cell, true)));
    return rest;
  };

  // Take from the end of a block what is too much for its slide, and give it back.
  const part = (block, slide) => {
    if (!block.matches("table, ul, ol, div, li:has(p)")) return partText(block, room(slide).bottom);
    const rest = copy(block), table = block.matches("table");
    if (table) {
      rest.append(...[...block.children].filter((one) => !one.matches("tbody")).map((one) => copy(one, true)), copy(block.tBodies[0]));
      for (const named of rest.querySelectorAll("[id]")) named.removeAttribute("id");
      if (rest.caption && !rest.caption.textContent.endsWith(CONTINUED)) rest.caption.append(CONTINUED);
    }
    const [from, to] = table ? [block.tBodies[0], rest.tBodies[0]] : [block, rest];
    while (!fits(slide) && from.children.length > 1) to.prepend(from.lastElementChild);
    while (to.children.length && to.children.length < ROWS && from.children.length > ROWS) to.prepend(from.lastElementChild);
    if (!fits(slide)) {
      const last = from.firstElementChild;
      to.prepend(last.matches("tr") ? partRow(last, room(slide).bottom) : part(last, slide));
    }
    if (block.matches("ol")) rest.start = block.start + from.children.length;
    return rest;
  };

  const layOut = (section, foot) => {
    const title = section.querySelector("h1, h2"), topic = section.querySelector(":scope > .topik");
    const heads = [title, topic].filter(Boolean), blocks = [...section.children].filter((one) => !heads.includes(one));
    let slide = section, notes = [], carried = 0;
    section.replaceChildren(...heads);

    // Whether there is nothing on the slide but one block, and what came along with it.
    const alone = () => slide.children.length === carried + (slide === section ? heads.length : 1) + 1;
    const close = () => {
      for (const image of slide.querySelectorAll("figure img")) if (!image.clientWidth) image.remove();
      if (notes.length) slide.append(make("aside", "notes", ...notes));
      if (foot) slide.append(make("div", "kaki", ...copy(foot, true).childNodes));
      notes = [];
    };
    // A heading, or a line that ends with a colon, goes along with what follows it.
    const next = () => {
      const along = [];
      for (let last = slide.lastElementChild; last.matches("h3, h4, h5, .anak, p"); last = slide.lastElementChild) {
        if (!last.matches("h3, h4, h5, .anak") && !last.textContent.trim().endsWith(":")) break;
        along.unshift(last);
        last.remove();
      }
      if (!heads.includes(slide.lastElementChild) && slide.lastElementChild.tagName !== "H2") {
        close();
        const following = copy(section), heading = make("h2", "", ...copy(topic ?? title, true).childNodes);
        heading.append(CONTINUED);
        following.append(heading);
        slide.after(following);
        slide = following;
      }
      slide.append(...along);
      carried = along.length;
    };
    const freeze = (element) => {
      element.style.height = element.offsetHeight + "px";
      element.style.flex = "none";
    };

    const beside = (figure) => {
      const texts = [];
      for (let last = slide.lastElementChild; last.matches(TEXTS); last = last.previousElementSibling) texts.unshift(last);
      if (!texts.length) return null;
      const mark = texts[0].previousSibling;
      const box = make("div", "berdampingan", make("div", "teks", ...texts), figure);
      mark.after(box);
      return { box, undo: () => { box.replaceWith(...texts); } };
    };
    const addChart = (chart) => {
      slide.append(chart);
      const under = fits(slide) && legible(slide) ? width(slide) : 0;
      if (chart.matches("figure") && under < WIDE * slide.clientWidth) {
        chart.remove();
        const tried = beside(chart);
        if (tried && fits(slide) && legible(slide) && width(slide) > under) return freeze(tried.box);
        tried?.undo();
        slide.append(chart);
      }
      if (under || alone()) return freeze(chart);
      chart.remove();
      next();
      addChart(chart);
    };
    const addPair = (left, right) => {
      const pair = make("div", "berdampingan sepasang", left, right);
      slide.append(pair);
      if (!(fits(slide) && legible(slide)) && !alone()) {
        pair.remove();
        next();
        slide.append(pair);
      }
      if (fits(slide) && legible(slide)) return freeze(pair);
      pair.remove();
      addChart(left);
      next();
      addChart(right);
    };
    // Of an analyst's long table a slide shows the first rows, and says where the rest is.
    const cut = (table) => {
      const rows = [...table.tBodies[0].rows], told = make("p", "sisa");
      const name = table.caption?.querySelector("strong")?.textContent.replace(/\.$/, "");
      slide.append(told);
      for (let count = rows.length - 1; count > 0 && !fits(slide); count--) {
        rows[count].remove();
        told.textContent = `Baris 1–${count} dari ${rows.length}; selengkapnya di ${name ?? "bagian ini"} pada halaman dan PDF laporan.`;
      }
    };
    const add = (block) => {
      slide.append(block);
      if (block.matches("table") && !block.style.width) prepare(block);
      if (fits(slide)) return;
      if (block.matches("table.tabel-sel")) {
        if (alone()) return cut(block);
        block.remove();
        next();
        return add(block);
      }
      const above = block.offsetTop - slide.offsetTop;
      const whole = block.offsetHeight < room(slide).bottom - title.getBoundingClientRect().bottom;
      const full = above > (whole ? LITTLE : HALF) * slide.clientHeight;
      if (!alone() && (full || !block.matches("table, ul, ol"))) {
        block.remove();
        next();
        return add(block);
      }
      const weight = (one) => (one.tBodies?.[0] ?? one).textContent.length, before = weight(block);
      const rest = part(block, slide);
      if (!weight(rest)) return; // a word that is larger than a slide
      next();
      if (weight(rest) < before) add(rest);
      else slide.append(rest);
    };

    blocks.forEach((block, index) => {
      const following = blocks[index + 1], small = (one) => one?.matches("figure:has(img.sempit)");
      const chart = slide.querySelector(CHARTS);
      if (block.matches("aside.notes")) notes.push(...block.childNodes);
      else if (block.matches(".catatan") && blocks.length > 1) notes.push(block);
      else if (!block.textContent.trim() && !block.querySelector("img")) return;
      else if (block.matches("figure")) {
        if (block.parentNode) return; // the right one of a pair
        if (chart) next();
        small(block) && small(following) ? addPair(block, following) : addChart(block);
      } else {
        if (chart && block.matches("h3, .anak")) next();
        add(block);
      }
    });
    close();
  };

  // Short details stand under one another: a section without charts joins the slide before it where it
  // has room whole, and its heading takes its name along. Says whether it did.
  const join = (section, slide) => {
    if (section.querySelector("figure")) return false;
    const joined = slide.matches(".gabungan"), foot = slide.querySelector(":scope > .kaki");
    const [heading, ...blocks] = section.children, own = slide.querySelector(":scope > aside.notes");
    const spoken = (one) => one.matches("aside.notes") || one.matches(".catatan") && blocks.length > 1;
    const shown = [heading, ...blocks.filter((one) => !spoken(one))];
    slide.classList.add("gabungan");
    for (const one of shown) slide.insertBefore(one, own ?? foot);
    for (const table of shown.filter((one) => one.matches("table:not([style*=width])"))) prepare(table);
    if (!fits(slide)) {
      slide.classList.toggle("gabungan", joined);
      section.replaceChildren(heading, ...blocks);
      return false;
    }
    heading.id = section.id;
    section.remove();
    const notes = blocks.filter(spoken).flatMap((one) => one.matches("aside") ? [...one.childNodes] : [one]);
    if (own) own.append(...notes);
    else if (notes.length) slide.insertBefore(make("aside", "notes", ...notes), foot);
    return true;
  };

  // The ways between a main slide and its details, also by keyboard; and each slide's number.
  const link = (to, ...words) => {
    const way = make("a", "", ...words);
    way.href = "#/" + to.id;
    return make("p", "arah", way);
  };
  const direct = ([first, ...details], at, total) => {
    first.dataset.nomor = `${at}/${total}`;
    details.forEach((detail, index) => {
      detail.id ||= `${first.id}-${index + 1}`;
      detail.dataset.nomor = `${at}.${index + 1}`;
      detail.append(link(first, `↑ Kembali ke slide ${at}`));
    });
    if (details.length) first.append(link(details[0], `↓ ${details.length} slide rincian`));
  };

  return async () => {
    await Promise.all([...document.fonts].map((face) => face.load()));
    // pandoc leaves it to reveal.js to load pictures when they are shown.
    for (const image of document.querySelectorAll("img[data-src]")) {
      image.src = image.dataset.src;
      image.removeAttribute("data-src");
    }
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
    const foot = document.querySelector("#title-slide .kaki");
    const [cover, ...way] = document.querySelector(".slides").children;
    for (const main of way) {
      // What goes on goes on below.
      const stack = main.matches(":has(> section)") ? main : make("section", "");
      if (stack !== main) { main.replaceWith(stack); stack.append(main); }
      const [first, ...details] = stack.children;
      layOut(first, foot);
      const opening = stack.children.length - details.length; // the main slide, and where it goes on
      for (const detail of details) {
        const before = detail.previousElementSibling;
        if (stack.children[opening - 1] === before || !join(detail, before)) layOut(detail, foot);
      }
    }
    for (const [index, main] of [...document.querySelector(".slides").children].entries())
      direct(main === cover ? [cover] : main.children, index + 1, way.length + 1);
  };
})();

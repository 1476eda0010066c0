// The contents: by question, open where there is room beside the text, the part being read marked.
(() => {
  const nav = document.querySelector("nav.isi"), list = nav?.querySelector("ul");
  if (!list) return;
  const links = new Map([...nav.querySelectorAll("a")].map((a) => [a.hash.slice(1), a]));
  // The first part that answers a question says it; those up to the next belong to it.
  const asked = new Map([...document.querySelectorAll("main .pertanyaan")]
    .map((question) => [question.closest("section")?.id, question.textContent.trim()]));
  let group = null;
  for (const item of [...list.children]) {
    const id = item.querySelector("a")?.hash.slice(1), question = asked.get(id);
    if (question) {
      const head = document.createElement("a"), top = document.createElement("li");
      head.href = "#" + id;
      head.append(question);
      group = document.createElement("ul");
      top.className = "tanya";
      top.append(head, group);
      item.before(top);
    }
    group?.append(item);
  }

  const details = nav.querySelector("details"), room = matchMedia("(min-width: 64em)");
  const fit = () => { details.open = room.matches; };
  room.addEventListener("change", fit);
  fit();

  const mark = (link) => {
    for (const other of links.values()) other.removeAttribute("aria-current");
    for (const other of list.querySelectorAll(".tanya")) other.classList.remove("kini");
    link.setAttribute("aria-current", "true");
    link.closest(".tanya")?.classList.add("kini");
    if (room.matches) nav.scrollTop = Math.max(0, link.offsetTop - nav.clientHeight / 2);
  };
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting && links.has(target.id)) mark(links.get(target.id));
  }, { rootMargin: "-15% 0px -80% 0px" });
  document.querySelectorAll("section.level2").forEach((section) => seen.observe(section));
})();

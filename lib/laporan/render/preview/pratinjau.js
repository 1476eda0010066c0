// Follows the preview: says what is being done, and loads the page anew once there is another one,
// at the place that was being read.
(() => {
  const bar = document.getElementById("pratinjau"), PLACE = "pratinjau-tempat";

  // The place is that of the last heading or picture above it, wherever that has moved to.
  const anchors = () => [...document.querySelectorAll("main [id]")].filter((each) => each.offsetParent);
  const keep = () => {
    const above = anchors().filter((each) => each.getBoundingClientRect().top <= 1).pop();
    const from = above ? above.getBoundingClientRect().top : -scrollY;
    sessionStorage.setItem(PLACE, JSON.stringify({ id: above?.id, from, page: scrollY }));
  };
  const place = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
  sessionStorage.removeItem(PLACE);
  const goBack = () => {
    if (!place) return;
    const anchor = place.id && document.getElementById(place.id);
    const top = anchor ? scrollY + anchor.getBoundingClientRect().top - place.from : place.page;
    scrollTo({ top, behavior: "instant" });
  };
  history.scrollRestoration = "manual";
  goBack();
  // Pictures may still have been without their height.
  addEventListener("load", goBack, { once: true });

  const say = (state, text, notes = []) => {
    bar.dataset.state = state;
    const line = document.createElement(notes.length ? "summary" : "p");
    line.textContent = text;
    if (!notes.length) return bar.replaceChildren(line);
    const box = document.createElement("details"), list = document.createElement("ul");
    box.open = bar.querySelector("details")?.open ?? true;
    list.append(...notes.map((note) => Object.assign(document.createElement("li"), { textContent: note })));
    box.append(line, list);
    bar.replaceChildren(box);
  };

  const stream = new EventSource(bar.dataset.stream);
  stream.onmessage = (event) => {
    const { page, doing, notes } = JSON.parse(event.data);
    if (page !== bar.dataset.page) {
      keep();
      stream.close();
      location.reload();
    } else if (doing) say("bekerja", `${doing} …`);
    else if (notes.length) say("catatan", `Pratinjau mutakhir, dengan ${notes.length} catatan`, notes);
    else say("siap", "Pratinjau mutakhir");
  };
  stream.onerror = () => say("putus", "Pratinjau terputus: jalankan lagi laporan preview");
})();

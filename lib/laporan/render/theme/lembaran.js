(() => {
  // Tabs: a list of buttons, moved along by the arrow keys; without this script all is shown.
  document.querySelectorAll("main .lembaran").forEach((set, number) => {
    const panels = [...set.children].filter((one) => one.matches(".lembar"));
    const list = document.createElement("div");
    list.setAttribute("role", "tablist");
    const tabs = panels.map((panel, place) => {
      const title = panel.firstElementChild, tab = document.createElement("button");
      tab.type = "button";
      tab.id = "tab-" + number + "-" + place;
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", panel.id = "lembar-" + number + "-" + place);
      tab.append(title.textContent.trim());
      title.classList.add("judul-lembar");
      title.hidden = true;
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", tab.id);
      panel.tabIndex = 0;
      list.append(tab);
      return tab;
    });
    const choose = (chosen) => tabs.forEach((tab, place) => {
      tab.setAttribute("aria-selected", place === chosen);
      tab.tabIndex = place === chosen ? 0 : -1;
      panels[place].hidden = place !== chosen;
    });
    tabs.forEach((tab, place) => {
      tab.addEventListener("click", () => choose(place));
      tab.addEventListener("keydown", ({ key }) => {
        const ways = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: tabs.length - 1 };
        if (!(key in ways)) return;
        const next = (ways[key] + tabs.length) % tabs.length;
        choose(next);
        tabs[next].focus();
      });
    });
    panels[0]?.before(list);
    if (tabs.length) choose(0);
  });
  // A link into a tab opens it.
  const open = () => {
    const panel = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest(".lembar[hidden]");
    if (panel) document.getElementById(panel.getAttribute("aria-labelledby")).click();
  };
  addEventListener("hashchange", open);
  open();
})();

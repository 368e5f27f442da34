// Keeps an open board true: asks again every half minute while somebody looks, and puts in what changed. The key goes out of the address bar.
"use strict";
(() => {
  const pause = 30000;
  const state = document.getElementById("keadaan");
  let tag = null;

  const address = new URL(location.href);
  if (address.searchParams.has("kunci")) {
    address.searchParams.delete("kunci");
    history.replaceState(null, "", address);
  }

  // The newest week is what one looks for.
  for (const wide of document.querySelectorAll(".map, .wide:has(.chart)")) wide.scrollLeft = wide.scrollWidth;

  function put(next) {
    const old = document.getElementById("isi");
    const places = [...old.querySelectorAll(".wide")].map((wide) => wide.scrollLeft);
    const open = [...old.querySelectorAll("details")].map((each) => each.open);
    const focused = [...old.querySelectorAll(".wide, summary")].indexOf(document.activeElement);
    old.replaceChildren(...next.getElementById("isi").childNodes);
    old.querySelectorAll(".wide").forEach((wide, at) => { wide.scrollLeft = places[at] ?? 0; });
    old.querySelectorAll("details").forEach((each, at) => { each.open = open[at] ?? false; });
    if (focused >= 0) old.querySelectorAll(".wide, summary")[focused]?.focus({ preventScroll: true });
    const words = next.getElementById("keadaan").textContent;
    if (state.textContent !== words) state.textContent = words;
  }

  async function look() {
    if (document.hidden) return;
    try {
      const answer = await fetch(location.pathname + location.search, { headers: tag ? { "If-None-Match": tag } : {}, cache: "no-store" });
      document.body.classList.toggle("stale", !answer.ok && answer.status !== 304);
      if (answer.status === 401) {
        // Whoever may no longer see it does not go on seeing it.
        location.reload();
        return;
      }
      if (!answer.ok) return;
      tag = answer.headers.get("ETag");
      put(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      document.body.classList.add("stale");
    }
  }

  setInterval(look, pause);
  document.addEventListener("visibilitychange", look);
  addEventListener("online", look);
})();

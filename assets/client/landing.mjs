// Leads to the part of a page that an entry names (`data-at`, an id), once that page is there. Uses document.

/** @returns {() => void} to be called when a page has been put up: goes to the part that was asked for, if any */
export function openLanding() {
  let wanted = null;
  document.addEventListener("click", ({ target }) => { wanted = target.closest?.("[data-at]")?.dataset.at ?? null; }, { capture: true });
  return () => {
    const part = wanted && document.getElementById(wanted);
    wanted = null;
    if (part) arriveAt(part);
  };
}

function arriveAt(part) {
  for (let around = part.closest("details:not([open])"); around; around = part.closest("details:not([open])")) around.open = true;
  // what stands behind a content note stays there: then its section is as near as one gets
  const seen = part.closest("[hidden]")?.parentElement ?? part;
  seen.classList.add("arrived");
  seen.tabIndex = -1;
  seen.scrollIntoView({ block: "center" });
  if (document.activeElement === document.body || document.getElementById("panel").contains(document.activeElement)) seen.focus({ preventScroll: true });
}

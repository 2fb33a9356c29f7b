// What is needed on paper: a drawn map in the place of the one that only a screen can show, light colours, the year and the address.
// Uses window and document.

/**
 * @param {{toPaper: () => (() => void)}} storyMap `toPaper` puts a drawn map under the story's drawing, and gives what takes it away
 * @param {() => {year: string, address: string}} said the year in words, and the address of the view
 */
export function openPrint(storyMap, said) {
  const [year, address] = ["year", "address"].map((name) => Object.assign(document.createElement("p"), { className: `print-only print-${name}` }));
  document.getElementById("map-area").before(year);
  document.getElementById("colophon").append(address);
  let undo = null;

  window.addEventListener("beforeprint", () => {
    undo?.();
    const now = said();
    [year.textContent, address.textContent] = [now.year, now.address];
    const { dataset } = document.documentElement;
    const theme = dataset.theme;
    dataset.theme = "light";
    const away = storyMap.toPaper();
    undo = () => {
      away();
      if (theme) dataset.theme = theme;
      else delete dataset.theme;
      undo = null;
    };
  });
  window.addEventListener("afterprint", () => undo?.());
}

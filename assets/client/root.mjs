// Where the site's root is, for a page that may stand in a folder below it. Uses document.

const root = new URL(document.documentElement.dataset.root ?? ".", document.baseURI); // now: the address changes with the state

/** The address of a path below the root, such as `data/story.geojson`. */
export function fromRoot(path) {
  return new URL(path, root).href;
}

/** The root as the path of an address. */
export function rootPath() {
  return root.pathname;
}

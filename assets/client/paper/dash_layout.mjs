// What Dash's layout says of a component. Pure.

/** @returns {object|null} the component with an id, as Dash writes it */
export function partOf(tree, id) {
  if (tree === null || typeof tree !== "object") return null;
  if (Array.isArray(tree)) {
    for (const part of tree) {
      const found = partOf(part, id);
      if (found) return found;
    }
    return null;
  }
  return tree.props?.id === id ? tree : partOf(tree.props?.children ?? null, id);
}

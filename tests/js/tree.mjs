// Reading what a panel function returns: a tree of Dash components as plain objects.

export const childrenOf = (node) => [node?.props?.children ?? []].flat(Infinity);

/** Every component of a tree, the root first. */
export const all = (node) => (typeof node === "string" ? [] : [node, ...childrenOf(node).flatMap(all)]);

/** The components of a type that have all of these properties. */
export const find = (tree, type, props = {}) => all(tree).filter((node) => node.type === type
  && Object.entries(props).every(([name, value]) => node.props[name] === value));

/** The words of a tree, a space between the parts. */
export const text = (node) => (typeof node === "string" ? node : childrenOf(node).map(text).join(" ")).replace(/\s+/g, " ").trim();

export const texts = (tree, type, props) => find(tree, type, props).map(text);

export const byClass = (tree, name) => all(tree).filter(({ props }) => (props.className ?? "").split(" ").includes(name));

/** The section under this title. */
export const sectionOf = (tree, title) => find(tree, "Section").find((it) => texts(it, "H3").includes(title));

/** What can be selected in a tree, in order. */
export const ids = (tree) => all(tree).map(({ props }) => props["data-id"]).filter(Boolean);

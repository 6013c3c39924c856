export const title = "Main loader";

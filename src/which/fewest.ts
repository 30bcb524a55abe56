/** Pages with fewer cases show them without asking which it is. */
export const fewestCases = 3;

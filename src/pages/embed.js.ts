/** The newest version of the embed, for those who do not name one. */
export const GET = () => new Response("import './embed/v1.js';\n");

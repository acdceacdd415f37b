import { generate } from "selfsigned";

/** A certificate for the site's host name, made now and kept in memory only. */
export async function certificate(
  host: string,
): Promise<{ readonly key: string; readonly cert: string }> {
  const made = await generate([{ name: "commonName", value: host }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "subjectAltName", altNames: [{ type: 2, value: host }] },
    ],
  });
  return { key: made.private, cert: made.cert };
}

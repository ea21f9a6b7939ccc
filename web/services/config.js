/** Reads `config.json`, which the deploy writes beside the page: where the socket and the user pool are. */

const NEEDED = ["socket", "cognito", "userPoolClientId"];

/** Return `{socket, cognito, userPoolClientId}`; throws an `Error` whose message is for the user. */
export async function loadConfig() {
  const response = await fetch("config.json", { cache: "no-store" });
  if (!response.ok) throw new Error("The page's config.json is missing. Deploy the page again.");
  const config = await response.json();
  const missing = NEEDED.filter((name) => typeof config[name] !== "string" || config[name] === "");
  if (missing.length) throw new Error(`The page's config.json does not say ${missing.join(", ")}. Deploy the page again.`);
  return config;
}

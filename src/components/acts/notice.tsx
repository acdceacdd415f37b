import type { ComponentChildren } from "preact";

interface NoticeProps {
  /** `danger` is read out at once; the others when the reader comes to rest. */
  readonly kind: "calm" | "danger";
  readonly title?: string;
  readonly children: ComponentChildren;
}

/** Something the user should know now, with the next step in it. */
export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} role={kind === "danger" ? "alert" : "status"}>
      {title && <strong>{title}</strong>}
      <div>{children}</div>
    </div>
  );
}

/**
 * Whether the line above a post says that somebody handed it on. Without words of their own, people who do so stand in that line only.
 * English is known from saved pages (2026); the other languages are general knowledge, and one that is missing shows nobody.
 */
const HANDED_ON =
  /repost|shared this|geteilt|republi|repartag|partagé|vuelto a publicar|compartido|compartilhou|republicou|repartilhou|diffuso|ripubblicato|condiviso|opnieuw geplaatst|gedeeld|udostępni|yeniden (?:yayınla|paylaş)|paylaştı|återpublicera|delade|genopslog|\bdelte\b|julkaisi uudelleen|\bjakoi\b|sdílel|redistribuit|újraposztol|megosztotta|репост|поделил|поширив|поширила|αναδημοσίευσε|κοινοποίησε|再投稿|リポスト|シェア|퍼갔|재게시|공유|转发|轉發|转贴|轉貼|分享了|أعاد(?:ت)? نشر|شارك|פרסמ?ה? מחדש|שיתפ?ה?|रीपोस्ट|memposting ulang|membagikan|menyiarkan semula|โพสต์ซ้ำ|รีโพสต์|đăng lại|chia sẻ|بازنشر/iu;

/** @param words what a line says besides the name of the person */
export const saysHandedOn = (words: string): boolean => HANDED_ON.test(words);

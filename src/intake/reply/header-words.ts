/** What mail programs call the fields above the message that is replied to, in the languages they speak. */

const either = (words: string): string =>
  words
    .trim()
    .split(/\s*,\s*/)
    .join('|')

/** Who sent it, when, to whom and about what; and the rest, which says no more than that it is a field. */
export const FIELDS: Record<'from' | 'sent' | 'to' | 'about' | 'more', string> = {
  from: either(`from, von, absender, de, expéditeur, remitente, da, mittente, van, afzender, från, fra, lähettäjä, od, nadawca, odesílatel, odosielateľ,
    feladó, de la, expeditor, kimden, gönderen, από, от, від, відправник, отправитель, подател, šalje, pošiljatelj, saatja, nuo, từ, dari, จาก, من,
    מאת, 发件人, 寄件者, 寄件人, 差出人, 送信者, 보낸 사람, 보낸사람`),
  sent: either(`sent, date, sent at, gesendet, datum, envoyé, envoyé le, enviado, enviado el, enviado em, fecha, data, enviada em, inviato, verzonden,
    skickat, sendt, dato, lähetetty, päivämäärä, wysłano, data wysłania, odesláno, odoslané, dátum, elküldve, trimis, dată, gönderildi, gönderme tarihi,
    tarih, στάλθηκε, ημερομηνία, отправлено, дата, надіслано, изпратено, poslano, saadetud, đã gửi, ngày, dikirim, tanggal, ส่ง, วันที่, تم الإرسال,
    تاريخ الإرسال, التاريخ, נשלח, תאריך, 发送时间, 时间, 日期, 寄件日期, 送信日時, 日時, 日付, 보낸 날짜, 보낸날짜, 날짜`),
  to: either(`to, an, à, para, a, aan, till, til, vastaanottaja, do, komu, címzett, către, kime, alıcı, προς, кому, до, prima, za, kellele, tới, kepada,
    ถึง, إلى, אל, 收件人, 收件者, 宛先, 받는 사람, 받는사람`),
  about:
    either(`subject, betreff, objet, asunto, assunto, oggetto, onderwerp, ämne, emne, aihe, temat, předmět, predmet, tárgy, subiect, konu, θέμα, тема,
    относно, naslov, teema, chủ đề, subjek, perihal, เรื่อง, الموضوع, נושא, 主题, 主旨, 件名, 제목`),
  more: either(`cc, bcc, kopie, copie, kopia, kopi, kopio, cópia, copia, másolat, bilgi, kopija, копия, копія, κοιν, نسخة, עותק, 抄送, 副本, 참조, importance,
    priority, wichtigkeit, reply-to, reply to, attachments, anlagen, pièces jointes`),
}

/** What they call the message itself, between dashes. */
export const ORIGINAL =
  either(`original message, original appointment, original, ursprüngliche nachricht, message d'origine, message original, mensaje original,
  messaggio originale, mensagem original, oorspronkelijk bericht, ursprungligt meddelande, oprindelig meddelelse, opprinnelig melding, alkuperäinen viesti,
  oryginalna wiadomość, původní zpráva, eredeti üzenet, mesaj original, özgün i̇leti, orijinal mesaj, αρχικό μήνυμα, исходное сообщение, вихідне повідомлення,
  thư gốc, الرسالة الأصلية, הודעה מקורית, 原始邮件, 原始郵件, 元のメッセージ, 원본 메일, 원본 메시지`)
export const PASSED_ON =
  either(`forwarded message, weitergeleitete nachricht, message transféré, mensaje reenviado, messaggio inoltrato, mensagem encaminhada,
  doorgestuurd bericht, vidarebefordrat meddelande, videresendt meddelelse, videresendt melding, välitetty viesti, wiadomość przekazana, przeposlaná zpráva,
  továbbított üzenet, mesaj redirecționat, i̇letilen ileti, προωθημένο μήνυμα, пересылаемое сообщение, переслане повідомлення, 转发的邮件, 転送メッセージ`)

/** What they put before the subject of a message that is passed on. */
export const FORWARDED = either(
  'fw, fwd, wg, tr, rv, rif, i, enc, vb, vs, vl, vid, pd, továbbítás, i̇lt, doorst, πρθ, 转发, 轉寄, 전달',
)

/** How they say that somebody wrote. */
export const WROTE =
  either(`wrote, writes, schrieb, schreibt, a écrit, écrit, escribió, ha scritto, scrive, escreveu, schreef, geschreven, skrev, kirjoitti,
  napisał, napisała, napisano, napsal, napsala, napísal, írta, ezt írta, a scris, yazdı, έγραψε, написал, написала, написав, написала, пише, пишет,
  pisao, kirjutas, đã viết, menulis, เขียน, كتب, כתב, כתבה, 写道, 寫道, 作成, 작성`)

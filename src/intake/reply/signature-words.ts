/** How people end a message, and what programs and their employers put below it, in the languages that come up. */

/** The longest first: "ngā mihi nui" is not "ngā mihi" and a name. */
const either = (words: string): string =>
  words
    .trim()
    .split(/\s*,\s*/)
    .sort((a, b) => b.length - a.length)
    .join('|')

/** Said on a line of its own, or with no more than names after it. */
export const FAREWELLS =
  either(`best, all the best, cheers, ta, thx, thanx, thnx, tnx, thks, tks, ty, many thx, rgds, cheerio, thank you, thanks again, thanks so much, thanks a lot, thanks heaps, thanks in advance, yours,
  yours sincerely, sincerely, sincerely yours, yours faithfully, faithfully, yours truly, warmly, talk soon, speak soon, take care, in solidarity,
  ngā mihi, ngā mihi nui, nga mihi, nga mihi nui, nāku noa, nā, mauri ora, cofion, cofion gorau, cofion cynnes, yn gywir, diolch, le meas, le gach dea-ghuí,
  mfg, lg, vg, herzlich, herzlichst, hochachtungsvoll, vielen dank, danke,
  cordialement, bien cordialement, bien à vous, bien à toi, amicalement, sincèrement, respectueusement, à bientôt, merci,
  meilleures salutations, sincères salutations, salutations distinguées, salutations cordiales,
  saludos, un saludo, saludos cordiales, un cordial saludo, atentamente, cordialmente, un abrazo, gracias,
  saluti, un saluto, cordiali saluti, distinti saluti, un caro saluto, a presto, grazie,
  atenciosamente, cumprimentos, melhores cumprimentos, com os melhores cumprimentos, abraços, um abraço, saudações, obrigado, obrigada,
  groet, groeten, groetjes, vriendelijke groet, vriendelijke groeten, met vriendelijke groet, met vriendelijke groeten, hartelijke groet,
  hartelijke groeten, met groet, mvg, bedankt,
  hälsningar, vänliga hälsningar, vänlig hälsning, med vänlig hälsning, med vänliga hälsningar, bästa hälsningar, varma hälsningar, mvh, tack,
  hilsen, venlig hilsen, med venlig hilsen, de bedste hilsner, bedste hilsner, mange hilsner, vh, kh, vennlig hilsen, med vennlig hilsen, beste hilsen,
  med beste hilsen, mange takk, takk, kveðja, bestu kveðjur, með kveðju,
  terveisin, ystävällisin terveisin, parhain terveisin, yt, kiitos, lugupidamisega, parimate soovidega, ar cieņu, pagarbiai,
  pozdrawiam, pozdrowienia, serdecznie pozdrawiam, z poważaniem, z wyrazami szacunku, dziękuję,
  s pozdravem, s přátelským pozdravem, zdravím, hezký den, děkuji, s pozdravom, pozdrav, srdačan pozdrav, lijep pozdrav, lep pozdrav, s poštovanjem,
  üdv, üdvözlettel, tisztelettel, köszönettel, köszönöm, cu stimă, cu respect, cu drag, toate cele bune, mulțumesc, me respekt, të fala,
  saygılarımla, sevgiler, selamlar, iyi çalışmalar, teşekkürler, με εκτίμηση, φιλικά, με φιλικούς χαιρετισμούς, χαιρετισμούς, ευχαριστώ,
  с уважением, с наилучшими пожеланиями, всего доброго, спасибо, з повагою, з найкращими побажаннями, дякую, с уважение, поздрави,
  trân trọng, thân mến, kính thư, cảm ơn, salam, hormat saya, terima kasih, salamat, mahadsanid, asante, ขอแสดงความนับถือ, ขอบคุณ, सादर, धन्यवाद,
  مع أطيب التحيات, مع التحية, تحياتي, مع خالص التحية, مع خالص تحياتي, وتفضلوا بقبول فائق الاحترام, شكرا, با احترام, با تشکر, בברכה, בברכה רבה, תודה,
  此致, 此致敬礼, 敬礼, 祝好, 顺祝商祺, 順頌商祺, 谢谢, 謝謝, よろしくお願いいたします, よろしくお願いします, どうぞよろしくお願いいたします, 敬具, 감사합니다, 고맙습니다, 드림, 올림`)

/** Those that people put together from words. */
export const WISHES =
  '(?:(?:with|my|our|many) )*(?:(?:kind(?:est)?|warm(?:est)?|best|many|much|thanks and) )*(?:regards|wishes|thanks)|(?:mit )?(?:(?:viele|vielen|freundliche[nr]?|beste[nr]?|herzliche[nr]?|liebe[nr]?|schöne[nr]?) )+(?:grüße[n]?|grüsse[n]?|gruß|gruss)'

/** Telephones and programs by which a message can be sent. */
export const SENDERS =
  'iphone|ipad|ios|android|samsung|galaxy|huawei|xiaomi|nokia|pixel|motorola|oneplus|blackberry|windows phone|mail for windows|outlook|gmail|yahoo|aol|proton ?mail|tuta(?:nota)?|gmx|web\\.de|k-9|fairemail|aquamail|yandex|mail\\.ru|naver|qq'
/** How their programs say that it was sent, of languages other than English. */
export const SENT =
  either(`gesendet, geschickt, envoyé, envoyée, enviado, enviada, inviato, inviata, verzonden, verstuurd, skickat, sendt, sent frá, lähetetty,
  wysłano, wysłane, odesláno, odoslané, küldve, elküldve, trimis, gönderildi, στάλθηκε, отправлено, надіслано, изпратено, poslano, saadetud, išsiųsta,
  nosūtīts, đã gửi, gửi từ, dikirim, ipinadala, أُرسلت, أرسلت, تم الإرسال, נשלח, 发自, 發自, 傳送, から送信, 에서 보냄`)

/** What a notice speaks of, besides itself. Of one, more than one is said. */
export const NOTICED: RegExp[] = [
  /confiden[tc]|vertraul|riserva|vertrouwelijk|konfident|fortrolig|förtrolig|luottamuk|poufn|důvěrn|bizalmas|gizli|εμπιστευτ|конфиденц|конфіденц|سري|חסוי|机密|機密|기밀|bí mật/iu,
  /recipient|addressee|addressed to|adressat|empfänger|destina|bestemd voor|geadresseerde|mottagare|mottaker|modtager|vastaanottaj|adresat|příjemc|címzett|alıcı|παραλήπτ|адресат|получател|одержувач|المستلم|נמען|收件人|受信者|수신자|người nhận/iu,
  /\bdelete|destroy|lösch|vernicht|supprim|détrui|elimin|borr|cancell|apag|verwijder|radera|slett|slet\b|poista|usun|smaž|töröl|şterge|sil\b|διαγρά|удали|видал|حذف|מחק|删除|刪除|削除|삭제|xóa/iu,
  /\bmistake|\berror\b|irrtüm|erreur|por error|per errore|por engano|vergissing|misstag|feil\b|fejl\b|erehdy|omyłk|omylem|tévedés|yanlışlık|εκ παραδρομής|по ошибке|помилк|خطأ|בטעות|错误|誤/iu,
  /privileged|unauthori[sz]ed|intended (?:only|solely)|unbefugt|non autoris|no autoriza|attachments?|anhang|anhänge|pièces jointes|adjunt|allegat|anexos?|bijlage|bilag|vedlegg|liite/iu,
  /\bvirus|malware|scanned|checked for|geprüft|analysé|analizado/iu,
]

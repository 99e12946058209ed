import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findDuplicates } from "../../src/duplicates/index.ts";
import { found, prosesOf } from "./support.ts";

/** Passages of 50 characters or more, or of 25 words or more, with what stands around them. */
const passages: Readonly<Record<string, readonly [said: string, before: string, after: string]>> = {
  Japanese: [
    "嵐のあと渡し船は来なくなり、島の人たちは船なしで暮らすことを覚えた。借りた粉をめぐって昔のいさかいも忘れられ、手紙は桟橋の箱の中で待っていた。",
    "春だった。",
    "六月になると、もう誰も話さなかった。",
  ],
  Chinese: [
    "暴風雨過後渡船再也沒有開過，島上的人學會了沒有船的日子。為了借來的麵粉，多年的爭吵都和解了，信件在碼頭的鐵盒裡等著，直到有人划船過去辦自己的事。",
    "我們春天來到這裡。",
    "到了六月誰也不再提起。",
  ],
  Thai: [
    "ตั้งแต่พายุผ่านไปเรือข้ามฟากก็ไม่ได้มาอีกเลยและชาวเกาะก็เรียนรู้ที่จะอยู่โดยไม่มีเรือจดหมายรออยู่ในกล่องที่ท่าเรือ",
    "เรามาถึงในฤดูใบไม้ผลิ ",
    " เดือนมิถุนายนไม่มีใครพูดถึงมัน",
  ],
  Arabic: [
    "لم تعمل العبارة منذ العاصفة وتعلم أهل الجزيرة أن يعيشوا بدونها، وانتهت الخصومات القديمة على طحين مستعار، وكانت الرسائل تنتظر في صندوق من الصفيح عند الرصيف حتى يعبر أحد لشأن يخصه.",
    "وصلنا في الربيع. ",
    " وفي يونيو نسي الجميع.",
  ],
  Hebrew: [
    "המעבורת לא שטה מאז הסערה והאי למד להסתדר בלעדיה, מריבות ישנות נשכחו סביב קמח שאול, ומכתבים חיכו בתיבת פח ליד הרציף עד שמישהו חתר אל היבשה לענייניו שלו בבוקר אחד.",
    "הגענו באביב. ",
    " ביוני איש לא דיבר על כך.",
  ],
  Hindi: [
    "तूफ़ान के बाद से नाव नहीं चली थी और टापू के लोगों ने उसके बिना जीना सीख लिया था, उधार के आटे पर पुराने झगड़े सुलझ गए और चिट्ठियाँ घाट के पास एक डिब्बे में पड़ी रहीं।",
    "हम वसंत में आए थे। ",
    " जून में किसी ने उसकी बात नहीं की।",
  ],
  Turkish: [
    "Fırtınadan beri İskele'ye gemi uğramamıştı ve ada onsuz yaşamayı öğrenmişti, eski kırgınlıklar ödünç unun başında unutuldu, mektuplar iskelenin yanındaki ILIK kutuda bekledi, ta ki biri kendi işi için karşıya kürek çekene kadar.",
    "İlkbaharda geldik. ",
    " Haziranda kimse sözünü etmedi.",
  ],
  Greek: [
    "Το πλοίο δεν είχε ξανάρθει μετά την καταιγίδα και το νησί έμαθε να ζει χωρίς αυτό, οι παλιοί καυγάδες ξεχάστηκαν πάνω από δανεικό αλεύρι, και τα γράμματα περίμεναν σε ένα κουτί δίπλα στον μόλο.",
    "Φτάσαμε την άνοιξη. ",
    " Τον Ιούνιο κανείς δεν μιλούσε πια.",
  ],
};

describe("a passage", () => {
  for (const [language, [said, before, after]] of Object.entries(passages)) {
    it(`is found in ${language}, from its first letter to its last`, () => {
      assert.deepEqual(found(prosesOf(`${before}${said}`, `${said}${after}`)), [[said, said]]);
    });

    it(`is found in ${language} in NFD too`, () => {
      const decomposed = said.normalize("NFD");
      assert.deepEqual(found(prosesOf(`${before}${said}`, `${decomposed}${after}`)), [
        [said, decomposed],
      ]);
    });
  }

  it("has 50 characters in Japanese, Chinese and Thai, where marks are none", () => {
    for (const script of [0x3042, 0x4e00, 0x0e01]) {
      const characters = Array.from({ length: 50 }, (_, i) =>
        String.fromCodePoint(script + (i % 45)),
      );
      const mark = script === 0x0e01 ? "\u0e48" : "";
      const said = characters.join(mark);
      const less = characters.slice(1).join(mark);
      assert.equal(findDuplicates(prosesOf(`x ${said}`, `y ${said}`)).length, 1);
      assert.equal(findDuplicates(prosesOf(`x ${less}`, `y ${less}`)).length, 0);
    }
  });

  it("counts a character as half a word where scripts are mixed", () => {
    const mixed = (words: number, characters: number): string =>
      [
        ...Array.from({ length: words }, (_, i) => `word${i}`),
        Array.from({ length: characters }, (_, i) => String.fromCodePoint(0x4e00 + i)).join(""),
      ].join(" ");
    const isFound = (text: string): boolean => findDuplicates(prosesOf(text, text)).length > 0;
    assert.ok(isFound(mixed(20, 10)));
    assert.ok(!isFound(mixed(20, 9)));
  });
});

const SAID =
  "The difficult first office was efficient, and the flags of its fleet fluttered; “it’s fine,” she said — nobody's baffled, don't worry, the café's naïve façade flew off by itself at noon.";

describe("a passage is the same", () => {
  const spellings: Readonly<Record<string, string>> = {
    "in NFD": SAID.normalize("NFD"),
    "with soft hyphens": SAID.replace(/(\p{L}{3})(\p{L}{3})/gu, "$1\u00ad$2"),
    "with zero-width characters": SAID.replace(/(\p{L}\p{L})(\p{L})/gu, "$1\u200b$2\u200d\ufeff"),
    "with ligatures": SAID.replaceAll("ffi", "ﬃ")
      .replaceAll("ffl", "ﬄ")
      .replaceAll("fi", "ﬁ")
      .replaceAll("fl", "ﬂ")
      .replaceAll("ff", "ﬀ"),
    "with typewriter's quotes": SAID.replace(/[“”]/g, '"').replaceAll("’", "'"),
    "with other quotes": SAID.replaceAll("“", "«").replaceAll("”", "»").replaceAll("'", "’"),
    "in full-width letters": SAID.replace(/[!-~]/g, (character) =>
      String.fromCodePoint(character.charCodeAt(0) + 0xfee0),
    ),
    "in capitals": SAID.toUpperCase(),
    "without a space behind its stops": SAID.replace(/([,;]) /g, "$1"),
  };
  for (const [how, spelling] of Object.entries(spellings)) {
    it(how, () => {
      const proses = prosesOf(`Before. ${SAID} After.`, `Then: ${spelling}`);
      assert.notEqual(spelling, SAID);
      const [passage, ...others] = findDuplicates(proses);
      assert.deepEqual(others, []);
      assert.deepEqual([passage?.kind, passage?.words], ["exact", 31]);
    });
  }

  it("with the capital I that a Turkish dotless ı has", () => {
    const said = passages["Turkish"]![0];
    const capitals = said.replaceAll("ı", "I");
    assert.deepEqual(found(prosesOf(said, capitals)), [[said, capitals]]);
  });

  it("where the space behind a full stop is missing, as in is.I'm", () => {
    const apart =
      "That is what it is. I'm not sure that anybody else would have seen it. You're right. We've been here before. They'd have told us if it mattered. He's gone. She'll stay.";
    const together = apart.replaceAll(". ", ".");
    assert.ok(together.includes("is.I'm"));
    assert.deepEqual(found(prosesOf(`So: ${apart}`, `Well,${together}`)), [[apart, together]]);
  });
});

import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('tr');

const tr: ChatTerms = {
  language: 'tr',
  direction: 'ltr',
  chat: 'Sohbet',
  unread: (count) => plural(count, {other: '# okunmamış'}),
  heading: 'Bize yazın',
  online: 'Genellikle birkaç dakika içinde yanıt veriyoruz',
  away: 'Şu anda burada kimse yok. Bir mesaj bırakın: yanıtınız sizi burada bekler.',
  greeting: 'Merhaba. Nasıl yardımcı olabiliriz?',
  log: 'Mesajlar',
  you: 'Siz',
  write: 'Bir mesaj yazın',
  send: 'Gönder',
  attach: 'Dosya ekle',
  remove: (name) => `Kaldır: ${name}`,
  close: 'Sohbeti kapat',
  older: 'Eski mesajları göster',
  typing: (name) => `${name} yazıyor`,
  sending: 'Gönderiliyor',
  sent: 'Gönderildi',
  seen: 'Görüldü',
  offline: 'Çevrimdışısınız. Yazdıklarınız saklanır ve sonra gönderilir.',
  closed: 'Bu sohbet kapandı. Dilediğiniz zaman yeniden yazın.',
  rate: 'Sizce nasıldık?',
  stars: (count) => plural(count, {other: '# yıldız'}),
  thanks: 'Değerlendirmeniz için teşekkürler',
  today: 'Bugün',
  yesterday: 'Dün',
  download: (name, size) => `İndir: ${name}, ${size}`,
  image: (name) => `Görsel: ${name}`,
  tooLarge: (name, size) => `${name} çok büyük: sınır ${size}`,
  tooMany: (count) => `Bir mesajdaki dosyalar: en fazla ${count}`,
  badFile: (name) => `${name} gönderilemez: görseller, PDF, belgeler, ZIP ve düz metin gönderilebilir`,
  noRoom: (size) => `En fazla ${size} dosya gönderilmeyi bekleyebilir`,
  downloadFailed: (name) => `${name} indirilemedi. Yeniden deneyin`,
};
export default tr;

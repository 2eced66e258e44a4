import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('es');

const es: ChatTerms = {
  language: 'es',
  direction: 'ltr',
  chat: 'Chat',
  unread: (count) => plural(count, {other: '# sin leer'}),
  heading: 'Chatea con nosotros',
  online: 'Solemos responder en pocos minutos',
  away: 'Ahora no hay nadie. Deja un mensaje: la respuesta te esperará aquí.',
  greeting: 'Hola. ¿En qué podemos ayudarte?',
  log: 'Mensajes',
  you: 'Tú',
  write: 'Escribe un mensaje',
  send: 'Enviar',
  attach: 'Adjuntar un archivo',
  remove: (name) => `Quitar ${name}`,
  close: 'Cerrar el chat',
  older: 'Mostrar mensajes anteriores',
  typing: (name) => `${name} está escribiendo`,
  sending: 'Enviando',
  sent: 'Enviado',
  seen: 'Visto',
  offline: 'Estás sin conexión. Lo que escribas se guarda y se envía más tarde.',
  closed: 'Este chat está cerrado. Vuelve a escribir cuando quieras.',
  rate: '¿Qué tal lo hemos hecho?',
  stars: (count) => plural(count, {one: '# estrella', many: '# de estrellas', other: '# estrellas'}),
  thanks: 'Gracias por tu valoración',
  today: 'Hoy',
  yesterday: 'Ayer',
  download: (name, size) => `Descargar ${name}, ${size}`,
  image: (name) => `Imagen: ${name}`,
  tooLarge: (name, size) => `${name} supera los ${size}`,
  tooMany: (count) => `Archivos por mensaje: ${count} como máximo`,
  badFile: (name) =>
    `${name} no se puede enviar: se admiten imágenes, PDF, documentos, ZIP y texto sin formato`,
  noRoom: (size) => `Como máximo ${size} de archivos pueden esperar el envío`,
  downloadFailed: (name) => `No se ha podido descargar ${name}. Vuelve a intentarlo`,
};
export default es;

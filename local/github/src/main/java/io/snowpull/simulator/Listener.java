package io.snowpull.simulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small HTTP/1.1 server on 127.0.0.1, a thread for each connection.
 *
 * <p>The JDK's own server always writes the system's time into the Date header and cannot reset a
 * connection; a simulator with an injected clock and with faults needs both.
 */
final class Listener implements AutoCloseable {
  private static final int BACKLOG = 256;

  private final ServerSocket server;
  private final RequestHandler handler;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  Listener(ServerSocket server, RequestHandler handler) {
    this.server = server;
    this.handler = handler;
  }

  static ServerSocket bind(int port) throws IOException {
    return new ServerSocket(port, BACKLOG, InetAddress.getByName("127.0.0.1"));
  }

  void start() {
    thread(this::accept).start();
  }

  @Override
  public void close() {
    closeQuietly(server);
    open.forEach(Listener::closeQuietly);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        thread(() -> serve(socket)).start();
      } catch (IOException e) {
        // Closed, or the client went away before it was accepted: both are for the loop to see.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      RequestReader reader =
          new RequestReader(new BufferedInputStream(socket.getInputStream()), baseUrl());
      Optional<Request> request = reader.next(handler.sequence());
      while (request.isPresent() && deliver(handler.handle(request.get()), socket)) {
        request = reader.next(handler.sequence());
      }
    } catch (IOException e) {
      // The client is gone: there is nobody to tell.
    } finally {
      open.remove(socket);
    }
  }

  /** Returns whether the connection stays open for another request. */
  private static boolean deliver(Delivery delivery, Socket socket) throws IOException {
    if (delivery.isReset()) {
      socket.setSoLinger(true, 0);
      return false;
    }
    OutputStream out = socket.getOutputStream();
    out.write(delivery.pieces().get(0));
    out.flush();
    for (byte[] piece : delivery.pieces().subList(1, delivery.pieces().size())) {
      Pause.of(delivery.pause());
      out.write(piece);
      out.flush();
    }
    return delivery.keepsConnection();
  }

  private String baseUrl() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "github-simulator");
    thread.setDaemon(true);
    return thread;
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // Closing is all that was wanted.
    }
  }
}

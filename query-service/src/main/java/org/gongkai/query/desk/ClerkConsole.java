package org.gongkai.query.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where the clerk's name is typed and changed.
@Controller
class ClerkConsole {

	private static final int LONGEST = 200;

	private final Desk desk;

	ClerkConsole(Desk desk) {
		this.desk = desk;
	}

	@GetMapping("/clerk")
	String show(@RequestParam(defaultValue = "/") String next, Model model) {
		this.desk.requireOpen();
		model.addAttribute("next", here(next));
		return "desk/clerk";
	}

	@PostMapping("/clerk")
	String remember(@RequestParam String name, @RequestParam(defaultValue = "/") String next, Model model,
			HttpServletResponse response) {
		this.desk.requireOpen();
		if (name.isBlank() || name.length() > LONGEST) {
			response.setStatus(422);
			model.addAttribute("wrong", true);
			return show(next, model);
		}
		Clerk.remember(name.strip(), response);
		return "redirect:" + here(next);
	}

	/// Only to a page of the console.
	private static String here(String next) {
		return next.matches("/(?![/\\\\])[^\\\\{}\\s]*") ? next : "/";
	}

	/// What the frame of every page shows.
	@ControllerAdvice
	static class Frame {

		private final Desk desk;

		Frame(Desk desk) {
			this.desk = desk;
		}

		@ModelAttribute
		void frame(HttpServletRequest request, Model model) {
			model.addAttribute("desk", this.desk);
			model.addAttribute("clerk", Clerk.of(request));
		}

	}

}
